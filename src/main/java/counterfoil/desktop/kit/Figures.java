package counterfoil.desktop.kit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.joda.money.Money;

/** Amounts, counts, dates and times as people read them, in the language of the desktop. */
public final class Figures {
  private final Texts texts;
  private final ZoneId zone;

  public Figures(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  public ZoneId zone() {
    return zone;
  }

  /** Without its currency: {@code 9,482.15}, {@code −20.00}. */
  public String amount(Money money) {
    return Notation.amount(money.toBigMoney(), texts.locale());
  }

  /** A note or coin: whole ones without decimals, as {@code 50}, {@code 0.50}. */
  public String face(Money money) {
    boolean whole = money.getAmount().stripTrailingZeros().scale() <= 0;
    return Notation.decimal(
        money.getAmount(), whole ? 0 : money.getCurrencyUnit().getDecimalPlaces(), texts.locale());
  }

  /** With its sign, zero without one: {@code +1,250.00}, {@code −300.00}, {@code 0.00}. */
  public String signed(Money money) {
    return money.isPositive() ? "+" + amount(money) : amount(money);
  }

  /** With its currency: {@code 9,482.15 EUR}. */
  public String withCurrency(Money money) {
    return amount(money) + " " + money.getCurrencyUnit().getCode();
  }

  /** {@code 23 Nov 2026}. */
  public String date(LocalDate date) {
    return Notation.date(date, texts.locale());
  }

  /** {@code 23 Nov 2026 14:31:07}. */
  public String moment(Instant moment) {
    return date(moment.atZone(zone).toLocalDate()) + " " + time(moment);
  }

  /** Day and minute, for lists: {@code 23 Nov 14:31}; with the year where it is another one. */
  public String dayAndMinute(Instant moment, int yearLeftOut) {
    var local = moment.atZone(zone);
    if (local.getYear() != yearLeftOut) {
      return Notation.formatter(
              "dd MMM yyyy HH:mm", "yyyy\u5e74M\u6708d\u65e5 HH:mm", texts.locale())
          .format(local);
    }
    return Notation.formatter("dd MMM HH:mm", "M\u6708d\u65e5 HH:mm", texts.locale()).format(local);
  }

  /** {@code 14:31:07}. */
  public String time(Instant moment) {
    return Notation.formatter("HH:mm:ss", "HH:mm:ss", texts.locale()).format(moment.atZone(zone));
  }

  /** {@code 48,221}. */
  public String count(long count) {
    return Notation.decimal(BigDecimal.valueOf(count), 0, texts.locale());
  }
}

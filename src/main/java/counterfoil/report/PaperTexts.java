package counterfoil.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.joda.money.Money;

/**
 * The words and figures of papers in one language. English or Chinese words; any other language has
 * English words with its own figures. May be used from any thread.
 */
public final class PaperTexts {
  static final String BUNDLE = "counterfoil.report.papers";

  /** The minus sign proper: as wide as a plus. */
  private static final char MINUS = '\u2212';

  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle bundle;
  private final DateTimeFormatter date;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;

  public PaperTexts(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    // Without this control a missing language would fall back to the system's, not to English.
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    boolean chinese = locale.getLanguage().equals("zh");
    this.date =
        DateTimeFormatter.ofPattern(chinese ? "yyyy\u5e74M\u6708d\u65e5" : "dd MMM yyyy", locale);
    this.day = DateTimeFormatter.ofPattern(chinese ? "yyyy-MM-dd" : "dd MMM yyyy", locale);
    this.time = DateTimeFormatter.ofPattern("HH:mm:ss", locale).withZone(zone);
  }

  public Locale locale() {
    return locale;
  }

  /**
   * The text of a key with its arguments in place.
   *
   * @throws java.util.MissingResourceException for a key that is in no bundle
   */
  public String get(String key, Object... arguments) {
    var pattern = bundle.getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  public String kind(EntryKind kind) {
    return bundle.getString(kind.key());
  }

  /**
   * Why a supervisor looks at an entry.
   *
   * @param kind its name, such as {@code OVER_SHORT}
   */
  public String exception(String kind) {
    return bundle.getString("exception." + kind.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Without its currency: {@code 9,482.15}, {@code -20.00} with a minus sign proper. */
  public String amount(Money money) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSign(MINUS);
    var format = new DecimalFormat("#,##0", symbols);
    format.setMinimumFractionDigits(money.getScale());
    format.setMaximumFractionDigits(money.getScale());
    return format.format(money.getAmount());
  }

  /** Nothing for zero: in a column for one direction, what is not there is left out. */
  String amountOrNothing(Money money) {
    return money.isZero() ? "" : amount(money);
  }

  /** {@code +5.00}, {@code -5.00}, {@code 0.00}. */
  String signed(Money money) {
    return money.isPositive() ? "+" + amount(money) : amount(money);
  }

  /** {@code 9,482.15 EUR}. */
  public String withCurrency(Money money) {
    return amount(money) + " " + money.getCurrencyUnit().getCode();
  }

  public String count(long count) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale)).format(count);
  }

  /** {@code 23 Nov 2026}. */
  public String date(LocalDate day) {
    return date.format(day);
  }

  /** As short as a column of dates has it. */
  String day(LocalDate date) {
    return day.format(date);
  }

  public String period(LocalDate from, LocalDate to) {
    return from.equals(to) ? date(from) : get("period", date(from), date(to));
  }

  /** {@code 14:31:07}. */
  String time(Instant moment) {
    return time.format(moment);
  }

  /** {@code 23 Nov 2026 14:31:07}. */
  public String moment(Instant moment) {
    return date(moment.atZone(zone).toLocalDate()) + " " + time(moment);
  }
}

package counterfoil.desktop.kit;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.BigMoney;

/** How figures are written in a language. */
final class Notation {
  /** The minus sign proper: as wide as a digit's plus, so that columns align. */
  static final char MINUS = '\u2212';

  private Notation() {}

  static String amount(BigMoney money, Locale locale) {
    int decimals = Math.max(money.getScale(), money.getCurrencyUnit().getDecimalPlaces());
    return decimal(money.getAmount(), decimals, locale);
  }

  static String decimal(BigDecimal value, int decimals, Locale locale) {
    var format = new DecimalFormat("#,##0", symbols(locale));
    format.setMinimumFractionDigits(Math.max(0, decimals));
    format.setMaximumFractionDigits(Math.max(0, decimals));
    return format.format(value);
  }

  static DecimalFormatSymbols symbols(Locale locale) {
    var symbols = DecimalFormatSymbols.getInstance(locale);
    symbols.setMinusSign(MINUS);
    return symbols;
  }

  static String date(LocalDate date, Locale locale) {
    return formatter("dd MMM yyyy", "yyyy\u5e74M\u6708d\u65e5", locale).format(date);
  }

  static DateTimeFormatter formatter(String english, String chinese, Locale locale) {
    return DateTimeFormatter.ofPattern(
        locale.getLanguage().equals("zh") ? chinese : english, locale);
  }
}

package counterfoil.desktop.kit;

import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;

/** What a person typed into an amount's field, understood or not. */
public sealed interface AmountText {
  /** Longer texts are not looked at; the largest amount has 13 digits before the point. */
  int MAX_LENGTH = 40;

  /** An amount, of any sign and scale; whether it may be posted is the account's to say. */
  record Amount(BigMoney money) implements AmountText {}

  /** Not an amount, with the reason in the person's words. */
  record NotAnAmount(Message message) implements AmountText {}

  /**
   * Reads an amount: the digits 0 to 9, at most one decimal sign of the language, and its grouping
   * sign only where groups of three are whole. Nothing is guessed: {@code 1,5} may mean one and a
   * half or fifteen, so it is neither.
   */
  static AmountText parse(String typed, Locale locale, CurrencyUnit currency) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return new NotAnAmount(Message.of("kit.amount.missing"));
    }
    if (text.length() > MAX_LENGTH) {
      return new NotAnAmount(Message.of("kit.amount.too-long", MAX_LENGTH));
    }
    var symbols = DecimalFormatSymbols.getInstance(locale);
    var grouping = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
    var point = Pattern.quote(String.valueOf(symbols.getDecimalSeparator()));
    if (!text.matches(
        "[-\u2212]?(?:[0-9]+|[0-9]{1,3}(?:" + grouping + "[0-9]{3})+)(?:" + point + "[0-9]+)?")) {
      return new NotAnAmount(whyNot(text, symbols));
    }
    var plain =
        text.replace('\u2212', '-')
            .replace(String.valueOf(symbols.getGroupingSeparator()), "")
            .replace(symbols.getDecimalSeparator(), '.');
    return new Amount(BigMoney.of(currency, new BigDecimal(plain)));
  }

  private static Message whyNot(String text, DecimalFormatSymbols symbols) {
    if (text.chars().anyMatch(c -> Character.isDigit(c) && (c < '0' || c > '9'))) {
      return Message.of("kit.amount.other-digits", text);
    }
    var signs = "-\u2212" + symbols.getGroupingSeparator() + symbols.getDecimalSeparator();
    if (text.chars().allMatch(c -> (c >= '0' && c <= '9') || signs.indexOf(c) >= 0)
        && text.indexOf(symbols.getGroupingSeparator()) >= 0) {
      return Message.of("kit.amount.unclear", text);
    }
    return Message.of("kit.amount.not-a-number", text.replaceAll("\\p{Cntrl}", " "));
  }
}

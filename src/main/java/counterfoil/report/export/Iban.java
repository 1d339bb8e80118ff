package counterfoil.report.export;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Whether an account's number is an international one (ISO 13616). */
final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private Iban() {}

  /** Of the form, and with check digits that are right. */
  static boolean isOne(String number) {
    if (!FORM.matcher(number).matches()) {
      return false;
    }
    var digits = new StringBuilder();
    (number.substring(4) + number.substring(0, 4))
        .chars()
        .forEach(c -> digits.append(Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValue() == 1;
  }
}

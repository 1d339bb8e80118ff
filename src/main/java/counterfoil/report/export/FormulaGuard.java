package counterfoil.report.export;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from calculating what a customer typed. A cell that begins with a sign that
 * starts a formula (= + - @, also in full width, tab, carriage return, line feed; spaces before it
 * do not matter) gets an apostrophe in front, which a spreadsheet takes for "this is text". So does
 * such a sign after a semicolon, tab or line break inside, where a spreadsheet set to another
 * separator would begin a cell. A plain negative number is no formula, and stays a number.
 */
final class FormulaGuard {
  private static final String SIGNS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String INVISIBLE = "[\\s\u00A0\u200B-\u200F\u2060\uFEFF\"]*";
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");
  private static final Pattern BEGINS =
      Pattern.compile("[\\t\\r\\n]|" + INVISIBLE + "[" + SIGNS + "]");
  private static final Pattern INSIDE =
      Pattern.compile("([;\\t\\r\\n]" + INVISIBLE + ")([" + SIGNS + "])");

  private FormulaGuard() {}

  /** {@code cell} as it may stand in a file that a spreadsheet opens. */
  static String guard(String cell) {
    if (NUMBER.matcher(cell).matches()) {
      return cell;
    }
    var inside = INSIDE.matcher(cell).replaceAll("$1'$2");
    return BEGINS.matcher(inside).lookingAt() ? "'" + inside : inside;
  }
}

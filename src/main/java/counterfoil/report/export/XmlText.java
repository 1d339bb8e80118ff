package counterfoil.report.export;

/** Texts as an XML schema takes them. */
final class XmlText {
  private XmlText() {}

  /**
   * {@code text} with a question mark for every character that XML 1.0 cannot hold, cut to {@code
   * mostCharacters}, without space at its ends. May be empty, where a schema wants the element left
   * out. A schema counts a rare Chinese character as one; Java's own validator counts it as two,
   * and so does this: what is cut is valid for both.
   */
  static String fit(String text, int mostCharacters) {
    var fitting = new StringBuilder();
    text.strip()
        .codePoints()
        .map(c -> isAllowed(c) ? c : '?')
        .takeWhile(c -> fitting.length() + Character.charCount(c) <= mostCharacters)
        .forEach(fitting::appendCodePoint);
    return fitting.toString().strip();
  }

  private static boolean isAllowed(int c) {
    return c == '\t'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
  }
}

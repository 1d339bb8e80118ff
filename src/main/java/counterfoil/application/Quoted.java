package counterfoil.application;

/** Text that others wrote, as it may stand in a sentence of ours: on one line, and short. */
public final class Quoted {
  private static final int MAX_LENGTH = 40;

  private Quoted() {}

  /** In quotation marks, cut after {@value #MAX_LENGTH} characters. */
  public static String of(String text) {
    return '"' + shortened(text) + '"';
  }

  /** Without what breaks a line, turns the reading direction or cannot be written. */
  public static String plain(String text) {
    return text.replaceAll(
        "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", "\uFFFD");
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? plain(text)
        : plain(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH))) + "…";
  }
}

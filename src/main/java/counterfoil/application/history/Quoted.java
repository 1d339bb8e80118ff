package counterfoil.application.history;

import java.util.Objects;

/** Text from a file as it may stand in a sentence: on one line, and not longer than that. */
final class Quoted {
  private static final int MAX_LENGTH = 40;

  private Quoted() {}

  static String of(String text) {
    return text.isEmpty() ? "an empty field" : '"' + shortened(text) + '"';
  }

  static String oneLine(Throwable fault) {
    return plain(Objects.requireNonNullElse(fault.getMessage(), "")).strip();
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= MAX_LENGTH
        ? plain(text)
        : plain(text.substring(0, text.offsetByCodePoints(0, MAX_LENGTH))) + "…";
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
  }
}

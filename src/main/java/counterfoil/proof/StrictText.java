package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads what has one spelling only: any other is refused, so that no bit is without meaning. */
final class StrictText {
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

  private StrictText() {}

  /**
   * Bytes as text.
   *
   * @param mostBytes more are not looked at
   */
  static Checked<String> of(byte[] bytes, int mostBytes) {
    if (bytes.length > mostBytes) {
      return Checked.refused(new Flaw.TooLarge(mostBytes));
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return Checked.refused(new Malformed(1, Reason.NOT_UTF8));
    }
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c < ' ') {
        return Checked.refused(new Malformed(line, Reason.CONTROL_CHARACTER));
      }
    }
    return text.endsWith("\n")
        ? Checked.good(text)
        : Checked.refused(new Malformed(line, Reason.NO_FINAL_NEWLINE));
  }

  /** The bytes that a text in standard Base64 stands for, if it is exactly as it must be. */
  static Optional<byte[]> base64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      // The decoder lets missing padding and unused bits pass.
      return Base64.getEncoder().encodeToString(bytes).equals(text)
          ? Optional.of(bytes)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static Optional<byte[]> hash(String text) {
    return base64(text).filter(bytes -> bytes.length == TreeHash.BYTES);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A number without leading zeroes, below 10<sup>18</sup>. */
  static OptionalLong number(String text) {
    return NUMBER.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  static boolean isKeyName(String name) {
    return !name.isEmpty() && name.codePoints().noneMatch(c -> c == '+' || isSpace(c));
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085' || c < ' ';
  }

  static int lines(String text) {
    return (int) text.chars().filter(c -> c == '\n').count();
  }

  static byte[] slice(byte[] bytes, int from) {
    return Arrays.copyOfRange(bytes, from, bytes.length);
  }
}

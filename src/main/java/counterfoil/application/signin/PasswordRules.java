package counterfoil.application.signin;

import counterfoil.application.signin.PasswordRefusal.PasswordBlank;
import counterfoil.application.signin.PasswordRefusal.PasswordCommon;
import counterfoil.application.signin.PasswordRefusal.PasswordHasName;
import counterfoil.application.signin.PasswordRefusal.PasswordSimple;
import counterfoil.application.signin.PasswordRefusal.PasswordTooLong;
import counterfoil.application.signin.PasswordRefusal.PasswordTooShort;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which passwords may be chosen, after NIST SP 800-63B: long rather than colourful. Any character
 * will do and no mixture of kinds is asked for; what is tried first is refused.
 */
final class PasswordRules {
  /** In code points; what NIST asks of a password that stands alone. */
  static final int MIN_LENGTH = 15;

  static final int MAX_LENGTH = 128;

  /** Fewer different characters than this make no password, however often they are repeated. */
  private static final int MIN_DIFFERENT = 5;

  /** So much must be left of a password when the sign-in name is taken out of it. */
  private static final int MIN_BESIDE_NAME = 8;

  private static final String LIST = "refused-passwords.txt";

  /** Rows whose neighbours follow each other under the fingers or in the head. */
  private static final List<String> ROWS =
      List.of(
          "abcdefghijklmnopqrstuvwxyz",
          "01234567890",
          "qwertyuiop",
          "qwertzuiop",
          "azertyuiop",
          "asdfghjkl",
          "zxcvbnm",
          "yxcvbnm");

  private final Set<String> refused = read();

  /** Why {@code password}, which is normalised, cannot be the password of {@code name}. */
  Optional<Refusal> refuse(StaffName name, String password) {
    int length = password.codePointCount(0, password.length());
    if (password.isBlank()) {
      return Optional.of(new PasswordBlank());
    }
    if (length < MIN_LENGTH) {
      return Optional.of(new PasswordTooShort(length, MIN_LENGTH));
    }
    if (length > MAX_LENGTH) {
      return Optional.of(new PasswordTooLong(length, MAX_LENGTH));
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.replace(name.value(), "").length() < MIN_BESIDE_NAME) {
      return Optional.of(new PasswordHasName());
    }
    if (refused.contains(lettersAndDigits(plain))) {
      return Optional.of(new PasswordCommon());
    }
    return isSimple(plain) ? Optional.of(new PasswordSimple()) : Optional.empty();
  }

  /** Spaces and signs between the words of a common phrase do not make it another one. */
  private static String lettersAndDigits(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isSimple(String text) {
    int[] characters = text.codePoints().toArray();
    long easy = 0;
    for (int i = 1; i < characters.length; i++) {
      if (areNeighbours(characters[i - 1], characters[i])) {
        easy++;
      }
    }
    return text.codePoints().distinct().count() < MIN_DIFFERENT
        || easy * 3 >= (characters.length - 1) * 2L
        || isRepetition(characters);
  }

  private static boolean areNeighbours(int one, int other) {
    return one == other
        || ROWS.stream()
            .anyMatch(row -> {
              String pair = Character.toString(one) + Character.toString(other);
              return row.contains(pair)
                  || row.contains(new StringBuilder(pair).reverse().toString());
            });
  }

  /** Whether the whole is one part, given twice or more; the last time it may be cut short. */
  private static boolean isRepetition(int[] characters) {
    for (int part = 1; part <= characters.length / 2; part++) {
      int at = part;
      while (at < characters.length && characters[at] == characters[at - part]) {
        at++;
      }
      if (at == characters.length) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> read() {
    try (InputStream file =
        Optional.ofNullable(PasswordRules.class.getResourceAsStream(LIST)).orElseThrow()) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

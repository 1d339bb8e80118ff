package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountEvent.Cheque;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number and the bank on a cheque: their SHA-256 as 64 small hexadecimal digits. Case, blanks,
 * what stands between digits, the width of characters and zeros in front of the number make no
 * other one.
 */
public record ChequeKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  public ChequeKey {
    requireDigest(hex);
  }

  /** What the digest is of. */
  public static byte[] message(Cheque cheque) {
    String number = LEADING_ZEROS.matcher(bare(cheque.number())).replaceFirst("");
    return (number + "\n" + bare(cheque.drawerBank())).getBytes(StandardCharsets.UTF_8);
  }

  /** {@code sha256} has 32 bytes. */
  public static ChequeKey of(byte[] sha256) {
    return new ChequeKey(HexFormat.of().formatHex(sha256));
  }

  static void requireDigest(String hex) {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }
  }

  static String bare(String text) {
    String one = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return BETWEEN.matcher(one).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

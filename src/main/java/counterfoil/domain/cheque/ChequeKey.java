package counterfoil.domain.cheque;

import counterfoil.domain.account.AccountEvent.Cheque;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One piece of paper: the SHA-256 of the number, the bank and the drawer's account on it, as 64
 * small hexadecimal digits. Case, blanks, what stands between digits, and zeros in front of the
 * number make no other cheque.
 */
public record ChequeKey(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  public ChequeKey {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }
  }

  /** What the digest is of. */
  public static byte[] message(Cheque cheque) {
    String number = LEADING_ZEROS.matcher(bare(cheque.number())).replaceFirst("");
    String account = bare(cheque.drawerAccount().orElse(""));
    return String.join("\n", number, bare(cheque.drawerBank()), account)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** {@code sha256} has 32 bytes. */
  public static ChequeKey of(byte[] sha256) {
    return new ChequeKey(HexFormat.of().formatHex(sha256));
  }

  private static String bare(String text) {
    return BETWEEN.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
  }
}

package counterfoil.domain.approval;

import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 over an act with all its figures, as 64 small hexadecimal digits. */
public record ActDigest(String hex) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  public ActDigest {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 in hexadecimal");
    }
  }

  /** {@code sha256} has 32 bytes. */
  public static ActDigest of(byte[] sha256) {
    return new ActDigest(HexFormat.of().formatHex(sha256));
  }
}

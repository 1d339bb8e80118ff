package counterfoil.proof;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key as people compare it, by eye or read aloud: the first ten bytes of its SHA-256.
 *
 * @param hex twenty digits
 */
public record Fingerprint(String hex) {
  private static final int BYTES = 10;
  private static final int GROUP = 4;

  /** Of a key's bytes. */
  public static Fingerprint of(byte[] publicKey) {
    byte[] digest = TreeHash.sha256().digest(publicKey);
    return new Fingerprint(HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES)));
  }

  /** In groups of four: {@code ab12 34cd 56ef 7890 1234}. */
  public String text() {
    return hex.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }

  /** The first group, to tell keys apart where there is little room. */
  public String brief() {
    return hex.substring(0, GROUP);
  }
}

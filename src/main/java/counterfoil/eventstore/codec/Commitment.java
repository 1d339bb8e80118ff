package counterfoil.eventstore.codec;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Binds an envelope to its payload without telling anything of it: HMAC-SHA256 of the payload under
 * a random salt. A plain hash would let anyone who holds the envelope try out likely amounts and
 * names. Keeps one MAC for its whole life: for one thread at a time.
 */
public final class Commitment {
  /** The length of a salt, in bytes. */
  public static final int SALT_BYTES = 32;

  /** The length of a commitment, in bytes. */
  public static final int BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private final Mac mac;

  public Commitment() {
    try {
      mac = Mac.getInstance(ALGORITHM);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The commitment to {@code payload} under {@code salt}. */
  public byte[] to(byte[] payload, byte[] salt) {
    try {
      mac.init(new SecretKeySpec(salt, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return mac.doFinal(payload);
  }
}

package counterfoil.eventstore.sequencing;

import counterfoil.eventstore.codec.Commitment;
import java.security.SecureRandom;
import java.util.Arrays;

/** Random salts, drawn many at a time: drawing each alone costs more than sealing its entry. */
final class Salts {
  private static final int DRAWN_TOGETHER = 64;

  private final SecureRandom random = new SecureRandom();
  private final byte[] drawn = new byte[DRAWN_TOGETHER * Commitment.SALT_BYTES];
  private int used = drawn.length;

  byte[] next() {
    if (used == drawn.length) {
      random.nextBytes(drawn);
      used = 0;
    }
    byte[] salt = Arrays.copyOfRange(drawn, used, used + Commitment.SALT_BYTES);
    used += Commitment.SALT_BYTES;
    return salt;
  }
}

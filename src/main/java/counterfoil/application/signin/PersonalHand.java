package counterfoil.application.signin;

import counterfoil.application.dispatch.Hand;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A person's private key in memory, until it is wiped. */
final class PersonalHand implements Hand {
  private final byte[] seed;
  private final byte[] publicKey;
  private boolean wiped;

  /**
   * @param seed is wiped in the end
   */
  PersonalHand(byte[] seed) {
    this.seed = seed;
    this.publicKey = SealedKeys.publicKey(seed);
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public synchronized byte[] sign(byte[] message) {
    if (wiped) {
      throw new Withdrawn();
    }
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
    return signature;
  }

  synchronized void wipe() {
    wiped = true;
    Arrays.fill(seed, (byte) 0);
  }

  /** A copy of the private key, for who wipes it. */
  synchronized byte[] seed() {
    if (wiped) {
      throw new Withdrawn();
    }
    return seed.clone();
  }
}

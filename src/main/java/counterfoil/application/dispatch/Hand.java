package counterfoil.application.dispatch;

/** A person's private key, while they are at the workstation. Safe from any thread. */
public interface Hand {
  /** The 32 bytes of the public half. */
  byte[] publicKey();

  /**
   * The 64 bytes of an Ed25519 signature.
   *
   * @throws Withdrawn if the person is gone, or has locked the workstation
   */
  byte[] sign(byte[] message);

  /** The key is no longer in memory. */
  final class Withdrawn extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Withdrawn() {
      super("the key is no longer in memory");
    }
  }
}

package counterfoil.application.signin;

import counterfoil.domain.staff.SigningKey;

/** A private key out of the ledger, for who has its owner's password: its owner. */
public final class OpenedKey {
  private OpenedKey() {}

  /** The 32 bytes of the private half. */
  public static byte[] open(SigningKey sealed, String password) {
    return SealedKeys.unseal(sealed, password.toCharArray()).orElseThrow();
  }
}

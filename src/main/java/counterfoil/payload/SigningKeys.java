package counterfoil.payload;

/** How a person's signing key is written. */
final class SigningKeys {
  static final String FIELD = "signing_key";
  static final String PUBLIC = "public";
  static final String SEALED = "sealed";

  private SigningKeys() {}
}

package counterfoil.domain.staff;

import java.util.regex.Pattern;

/**
 * The Ed25519 key that a person signs with.
 *
 * @param publicKey its public half, 32 bytes in Base64
 * @param sealed its private half, encrypted with AES-256-GCM under a key that Argon2id makes of the
 *     person's password: one text of the form of a PHC string ({@code
 *     $argon2id$v=19$m=65536,t=3,p=1$SALT$BYTES}), at most 300 characters. Not shown by {@link
 *     #toString}
 */
public record SigningKey(String publicKey, String sealed) {
  private static final int MAX_LENGTH = 300;
  private static final Pattern PUBLIC = Pattern.compile("[A-Za-z0-9+/]{43}=");

  /**
   * @throws IllegalArgumentException if one of the texts is not of that form
   */
  public SigningKey {
    if (!PUBLIC.matcher(publicKey).matches()
        || sealed.length() > MAX_LENGTH
        || !Credential.FORM.matcher(sealed).matches()) {
      throw new IllegalArgumentException("not a sealed key");
    }
  }

  @Override
  public String toString() {
    return "SigningKey[" + publicKey + "]";
  }
}

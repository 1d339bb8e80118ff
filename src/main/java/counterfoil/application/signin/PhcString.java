package counterfoil.application.signin;

import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.staff.Credential;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** An Argon2id hash with salt and cost, and the PHC string form it is kept in. */
record PhcString(Cost cost, byte[] salt, byte[] hash) {
  /** The version of Argon2 that RFC 9106 describes. */
  private static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;

  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v="
              + VERSION
              + "\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /**
   * @throws IllegalArgumentException if it is of another version, or its cost beyond reason
   */
  static PhcString of(Credential credential) {
    Matcher parts = FORM.matcher(credential.phc());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash of this version");
    }
    Cost cost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    Base64.Decoder base64 = Base64.getDecoder();
    return new PhcString(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
  }

  Credential credential() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return new Credential(
        "$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s"
            .formatted(
                VERSION,
                cost.memoryKib(),
                cost.passes(),
                cost.parallelism(),
                base64.encodeToString(salt),
                base64.encodeToString(hash)));
  }

  static Argon2Parameters parameters(Cost cost, byte[] salt) {
    return new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(VERSION)
        .withMemoryAsKB(cost.memoryKib())
        .withIterations(cost.passes())
        .withParallelism(cost.parallelism())
        .withSalt(salt)
        .build();
  }
}

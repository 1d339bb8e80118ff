package counterfoil.domain.staff;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is kept of a password, and what it locks up. Not shown by {@link #toString}, so that it
 * reaches no screen and no log by accident.
 *
 * @param phc the password's Argon2id hash with salt and cost, as one text in PHC string form
 *     ({@code $argon2id$v=19$m=65536,t=3,p=1$SALT$HASH}), at most 200 characters
 * @param key what the person signs with; none in ledgers from before people signed
 */
public record Credential(String phc, Optional<SigningKey> key) {
  private static final int MAX_LENGTH = 200;
  static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=[0-9]+\\$m=[0-9]+,t=[0-9]+,p=[0-9]+\\$[A-Za-z0-9+/]+\\$[A-Za-z0-9+/]+");

  /**
   * @throws IllegalArgumentException if the text is not of that form
   */
  public Credential {
    if (phc.length() > MAX_LENGTH || !FORM.matcher(phc).matches()) {
      throw new IllegalArgumentException("not an Argon2id hash in PHC string form");
    }
  }

  /** A password that locks up no key. */
  public Credential(String phc) {
    this(phc, Optional.empty());
  }

  @Override
  public String toString() {
    return "Credential[hidden]";
  }
}

package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.List;

/** A key that signs notes. Shows itself only through {@link #secretText}. */
public final class SigningKey {
  private static final String SECRET = "PRIVATE+KEY+";
  private static final byte[] TRIAL = "trial\n".getBytes(StandardCharsets.UTF_8);
  private static final byte ED25519 = 1;
  private static final int SECRET_BYTES = 33;

  private final VerifierKey verifier;
  private final PrivateKey key;

  private SigningKey(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /**
   * A new key, of the platform's strong random numbers.
   *
   * @throws IllegalArgumentException if no key can have that name
   */
  public static SigningKey generate(String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance(Ed25519.ALGORITHM).generateKeyPair();
      return new SigningKey(VerifierKey.of(name, pair.getPublic()), pair.getPrivate());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Reads what {@link #secretText} wrote. */
  public static Checked<SigningKey> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() != 2) {
      return Checked.refused(new Malformed(1, Reason.TOO_FEW_LINES));
    }
    return VerifierKey.parse(lines.get(0)).then(verifier -> parse(verifier, lines.get(1)));
  }

  private static Checked<SigningKey> parse(VerifierKey verifier, String line) {
    Checked<SigningKey> none = Checked.refused(new Malformed(2, Reason.NO_KEY));
    String beginning = beginning(verifier);
    if (!line.startsWith(beginning)) {
      return none;
    }
    byte[] typed =
        StrictText.base64(line.substring(beginning.length())).orElseGet(() -> new byte[0]);
    if (typed.length != SECRET_BYTES || typed[0] != ED25519) {
      return none;
    }
    try {
      PrivateKey key =
          KeyFactory.getInstance(Ed25519.ALGORITHM)
              .generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, StrictText.slice(typed, 1)));
      // A secret half of another key would sign what its own verifier refuses.
      return verifier.verifies(TRIAL, Ed25519.sign(key, TRIAL))
          ? Checked.good(new SigningKey(verifier, key))
          : none;
    } catch (GeneralSecurityException _) {
      return none;
    }
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  /** Two lines: the verifier key, and the secret as Go's signed notes write it. For one's own. */
  public String secretText() {
    byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
    byte[] typed = ByteBuffer.allocate(SECRET_BYTES).put(ED25519).put(seed).array();
    return verifier.text() + "\n" + beginning(verifier) + StrictText.base64(typed) + "\n";
  }

  private static String beginning(VerifierKey verifier) {
    return SECRET + verifier.name() + "+" + verifier.idHex() + "+";
  }

  NoteSignature sign(String text) {
    byte[] signature = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
    return new NoteSignature(verifier.name(), verifier.id(), signature);
  }

  /** The public half only. */
  @Override
  public String toString() {
    return "SigningKey[" + verifier + "]";
  }
}

package counterfoil.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The JDK's Ed25519, over the 32 bytes that RFC 8032 makes of a public key. */
public final class Ed25519 {
  static final String NAME = "Ed25519";

  /** The length of a public key, and of a private one, in bytes. */
  public static final int KEY_BYTES = 32;

  /** The length of a signature, in bytes. */
  public static final int SIGNATURE_BYTES = 64;

  /** What an X.509 public key of this algorithm begins with; the 32 bytes follow. */
  private static final byte[] X509_BEGINNING = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The key of these 32 bytes, if they are a point of the curve. */
  static Optional<PublicKey> publicKey(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      return Optional.empty();
    }
    byte[] encoded = Arrays.copyOf(X509_BEGINNING, X509_BEGINNING.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, X509_BEGINNING.length, bytes.length);
    try {
      PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      Signature.getInstance(NAME).initVerify(key);
      return Optional.of(key);
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    }
  }

  static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  /**
   * Whether {@code signature} over {@code message} was made with the key; false for any nonsense.
   */
  public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    return publicKey(publicKey).filter(key -> verifies(key, message, signature)).isPresent();
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature verifier = Signature.getInstance(NAME);
      verifier.initVerify(key);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signer = Signature.getInstance(NAME);
      signer.initSign(key);
      signer.update(message);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}

package counterfoil.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/** Ed25519 (RFC 8032) by the JDK, with keys as their 32 bytes. */
public final class Ed25519 {
  /** The length of a public key, and of a private one, in bytes. */
  public static final int KEY_BYTES = 32;

  /** The length of a signature, in bytes. */
  public static final int SIGNATURE_BYTES = 64;

  static final String ALGORITHM = "Ed25519";

  /** What stands before the 32 bytes in X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * The points of small order, the bit of the sign left out. As a key, such a point has signed any
   * text that one cares to try a few signatures on, with no private half at all.
   */
  private static final Set<String> SMALL_ORDER =
      Set.of(
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");

  private Ed25519() {}

  /**
   * Whether {@code signature} over {@code message} was made with the key; false for any nonsense,
   * and for keys that anybody can sign for.
   */
  public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
    if (publicKey.length != KEY_BYTES
        || signature.length != SIGNATURE_BYTES
        || isSmallOrder(publicKey)) {
      return false;
    }
    try {
      Signature ed25519 = Signature.getInstance(ALGORITHM);
      ed25519.initVerify(key(publicKey));
      ed25519.update(message);
      return ed25519.verify(signature);
    } catch (GeneralSecurityException _) {
      // Bytes that are no point of the curve, or no signature at all.
      return false;
    }
  }

  private static boolean isSmallOrder(byte[] publicKey) {
    byte[] unsigned = publicKey.clone();
    unsigned[KEY_BYTES - 1] &= 0x7F;
    return SMALL_ORDER.contains(HexFormat.of().formatHex(unsigned));
  }

  /** Whether these bytes are a key: a point of the curve, and none of small order. */
  static boolean isKey(byte[] publicKey) {
    if (publicKey.length != KEY_BYTES || isSmallOrder(publicKey)) {
      return false;
    }
    try {
      Signature.getInstance(ALGORITHM).initVerify(key(publicKey));
      return true;
    } catch (GeneralSecurityException _) {
      return false;
    }
  }

  /** The 32 bytes of a key of the JDK's. */
  static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature ed25519 = Signature.getInstance(ALGORITHM);
      ed25519.initSign(key);
      ed25519.update(message);
      return ed25519.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey key(byte[] publicKey) throws GeneralSecurityException {
    byte[] encoded = new byte[X509.length + KEY_BYTES];
    System.arraycopy(X509, 0, encoded, 0, X509.length);
    System.arraycopy(publicKey, 0, encoded, X509.length, KEY_BYTES);
    return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
  }
}

package counterfoil.application.signin;

import counterfoil.application.signin.Passwords.Cost;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.SigningKey;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Makes people's signing keys and locks them up under their passwords: AES-256-GCM under a key of
 * Argon2id's, with a salt of its own, so that the hash that is kept of the password tells nothing
 * about it. The public half is authenticated with the private one.
 *
 * <p>Seeds are wiped by whoever has them. Safe from any thread.
 */
final class SealedKeys {
  private static final int SALT_BYTES = 16;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int WRAPPING_KEY_BYTES = 32;
  private static final String CIPHER = "AES/GCM/NoPadding";

  private final SecureRandom random;
  private final Cost cost;

  SealedKeys(SecureRandom random, Cost cost) {
    this.random = random;
    this.cost = cost;
  }

  /** A new private key: 32 bytes. */
  byte[] newSeed() {
    byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    random.nextBytes(seed);
    return seed;
  }

  static byte[] publicKey(byte[] seed) {
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    return publicKey;
  }

  SigningKey seal(byte[] seed, char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] publicKey = publicKey(seed);
    byte[] wrapping = Passwords.argon2id(password, cost, salt, WRAPPING_KEY_BYTES);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(wrapping, "AES"),
          new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(publicKey);
      byte[] sealed = cipher.doFinal(seed);
      byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
      return new SigningKey(
          Base64.getEncoder().encodeToString(publicKey),
          new PhcString(cost, salt, all).credential().phc());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      Arrays.fill(wrapping, (byte) 0);
    }
  }

  /** The private key; nothing where the password is not the one it was locked up with. */
  static Optional<byte[]> unseal(SigningKey key, char[] password) {
    PhcString form = PhcString.of(new Credential(key.sealed()));
    if (form.hash().length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] wrapping = Passwords.argon2id(password, form.cost(), form.salt(), WRAPPING_KEY_BYTES);
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(wrapping, "AES"),
          new GCMParameterSpec(TAG_BITS, form.hash(), 0, NONCE_BYTES));
      cipher.updateAAD(Base64.getDecoder().decode(key.publicKey()));
      return Optional.of(
          cipher.doFinal(form.hash(), NONCE_BYTES, form.hash().length - NONCE_BYTES));
    } catch (GeneralSecurityException _) {
      return Optional.empty();
    } finally {
      Arrays.fill(wrapping, (byte) 0);
    }
  }
}

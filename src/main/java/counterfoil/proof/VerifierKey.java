package counterfoil.proof;

import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that verifies notes, of the form that C2SP signed-note gives it: {@code
 * name+id+key}. Ed25519 only.
 */
public final class VerifierKey {
  /** The longest key that is read, in characters. */
  public static final int MAX_LENGTH = 1024;

  private static final byte ED25519 = 1;
  private static final HexFormat HEX = HexFormat.of();

  private final String name;
  private final int id;
  private final byte[] bytes;

  private VerifierKey(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
    this.id = idOf(name, bytes);
  }

  /**
   * @param key an Ed25519 key
   * @throws IllegalArgumentException if no key can have that name
   */
  public static VerifierKey of(String name, PublicKey key) {
    if (!StrictText.isKeyName(name)) {
      throw new IllegalArgumentException("no key of a note");
    }
    return new VerifierKey(name, Ed25519.bytes(key));
  }

  /** Reads what {@link #text} writes, or anyone else who keeps to the specification. */
  public static Checked<VerifierKey> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Checked.refused(new Flaw.TooLarge(MAX_LENGTH));
    }
    String[] parts = text.split("\\+", 3);
    if (parts.length < 3 || !StrictText.isKeyName(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) {
      return Checked.refused(new Malformed(1, Reason.NO_KEY));
    }
    Optional<byte[]> typed = StrictText.base64(parts[2]);
    if (typed.isEmpty() || typed.get().length == 0) {
      return Checked.refused(new Malformed(1, Reason.NOT_BASE64));
    }
    byte type = typed.get()[0];
    if (type != ED25519) {
      return Checked.refused(new Flaw.UnknownAlgorithm(Byte.toUnsignedInt(type)));
    }
    byte[] bytes = StrictText.slice(typed.get(), 1);
    if (!Ed25519.isKey(bytes)) {
      return Checked.refused(new Malformed(1, Reason.NO_KEY));
    }
    VerifierKey verifier = new VerifierKey(parts[0], bytes);
    return verifier.id == HexFormat.fromHexDigits(parts[1])
        ? Checked.good(verifier)
        : Checked.refused(new Flaw.WrongKeyId(parts[0]));
  }

  /** The key's name; the workstations' keys have that of their ledger's origin. */
  public String name() {
    return name;
  }

  /** The number that, with the name, says which key a signature is by. */
  public int id() {
    return id;
  }

  /** The number as eight digits, as people compare it. */
  public String idHex() {
    return HEX.toHexDigits(id);
  }

  /** {@code name+id+key}. */
  public String text() {
    byte[] typed = ByteBuffer.allocate(1 + bytes.length).put(ED25519).put(bytes).array();
    return name + "+" + idHex() + "+" + StrictText.base64(typed);
  }

  /** Whether {@code signature} is this key's over {@code message}. */
  public boolean verifies(byte[] message, byte[] signature) {
    return Ed25519.verifies(bytes, message, signature);
  }

  boolean isMeantBy(NoteSignature signature) {
    return signature.keyId() == id && signature.name().equals(name);
  }

  private static int idOf(String name, byte[] bytes) {
    var digest = TreeHash.sha256();
    digest.update(name.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    digest.update(ED25519);
    return ByteBuffer.wrap(digest.digest(bytes)).getInt();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that
        && name.equals(that.name)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public String toString() {
    return text();
  }
}

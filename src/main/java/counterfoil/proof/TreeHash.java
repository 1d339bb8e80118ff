package counterfoil.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of an RFC 6962 tree over SHA-256. Leaves and nodes are prefixed differently, so that
 * no node can be passed off as a leaf. Keeps one digest for its whole life: for one thread at a
 * time.
 */
public final class TreeHash {
  /** The length of every hash here, in bytes. */
  public static final int BYTES = 32;

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();

  /** A new SHA-256, which every Java platform has. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The hash of a leaf with this content. */
  public byte[] leaf(byte[] content) {
    digest.update(LEAF);
    return digest.digest(content);
  }

  /** The hash of a node over two hashes. */
  public byte[] node(byte[] left, byte[] right) {
    digest.update(NODE);
    digest.update(left);
    return digest.digest(right);
  }

  /** The root of a tree without leaves. */
  public byte[] empty() {
    return digest.digest();
  }
}

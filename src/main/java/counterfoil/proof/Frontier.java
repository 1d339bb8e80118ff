package counterfoil.proof;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * All that is needed of an RFC 6962 tree to add leaves to it and to name its root: the hashes of
 * the perfect subtrees that it consists of, one for each one-bit of its size, the largest first.
 * Immutable.
 */
public final class Frontier {
  /** The frontier of the tree without leaves. */
  public static final Frontier EMPTY = new Frontier(0, new byte[0][]);

  private final long size;
  private final byte[][] peaks;

  private Frontier(long size, byte[][] peaks) {
    this.size = size;
    this.peaks = peaks;
  }

  /** The number of leaves. */
  public long size() {
    return size;
  }

  /** Hears of each perfect subtree that a leaf completes, the smallest first. */
  @FunctionalInterface
  public interface Completion {
    /**
     * @param level the subtree has 2<sup>level</sup> leaves; 1 or more
     * @param index its number among those of its level, from 0
     * @param hash not to be changed
     */
    void subtree(int level, long index, byte[] hash);
  }

  /** The tree with one more leaf, given by its {@linkplain TreeHash#leaf hash}. */
  public Frontier append(byte[] leafHash, TreeHash hash) {
    return append(leafHash, hash, (_, _, _) -> {});
  }

  /** The same, telling what the leaf completes. */
  public Frontier append(byte[] leafHash, TreeHash hash, Completion completion) {
    // Every trailing one-bit of the size is a perfect subtree that the new leaf completes to a
    // larger.
    int merged = Long.numberOfTrailingZeros(~size);
    byte[] peak = leafHash;
    for (int i = 1; i <= merged; i++) {
      peak = hash.node(peaks[peaks.length - i], peak);
      completion.subtree(i, size >>> i, peak);
    }
    byte[][] next = Arrays.copyOf(peaks, peaks.length - merged + 1);
    next[next.length - 1] = peak;
    return new Frontier(size + 1, next);
  }

  /** The root over all leaves: 32 bytes. */
  public byte[] root(TreeHash hash) {
    if (size == 0) {
      return hash.empty();
    }
    byte[] root = peaks[peaks.length - 1];
    for (int i = peaks.length - 2; i >= 0; i--) {
      root = hash.node(peaks[i], root);
    }
    return root;
  }

  /** The size as eight bytes, big-endian, and the subtrees' hashes, the largest subtree first. */
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES + peaks.length * TreeHash.BYTES).putLong(size);
    for (byte[] peak : peaks) {
      bytes.put(peak);
    }
    return bytes.array();
  }

  /**
   * What {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it cannot have written that
   */
  public static Frontier fromBytes(byte[] bytes) {
    if (bytes.length < Long.BYTES) {
      throw new IllegalArgumentException("frontier of " + bytes.length + " bytes");
    }
    ByteBuffer source = ByteBuffer.wrap(bytes);
    long size = source.getLong();
    byte[][] peaks = new byte[Long.bitCount(size)][TreeHash.BYTES];
    if (size < 0 || source.remaining() != peaks.length * TreeHash.BYTES) {
      throw new IllegalArgumentException(
          "frontier of size " + size + " in " + bytes.length + " bytes");
    }
    for (byte[] peak : peaks) {
      source.get(peak);
    }
    return new Frontier(size, peaks);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frontier that && Arrays.equals(toBytes(), that.toBytes());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size);
  }

  @Override
  public String toString() {
    return "Frontier[" + size + "]";
  }
}

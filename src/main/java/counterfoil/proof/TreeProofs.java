package counterfoil.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the proofs of RFC 6962 for a tree, at any of the sizes it has ever had: a proof of
 * inclusion that a leaf is in it, and a proof of consistency that it was only added to. Asks for no
 * more than two subtrees' hashes a level. For one thread at a time.
 */
public final class TreeProofs {
  private final SubtreeHashes subtrees;
  private final TreeHash hash = new TreeHash();

  public TreeProofs(SubtreeHashes subtrees) {
    this.subtrees = subtrees;
  }

  /** The root of the tree when it had {@code size} leaves. */
  public byte[] root(long size) {
    return size == 0 ? hash.empty() : over(0, size);
  }

  /** The tree when it had {@code size} leaves. */
  public TreeHead head(long size) {
    return new TreeHead(size, root(size));
  }

  /**
   * The hashes beside the way from a leaf up to the root, the leaf's sibling first.
   *
   * @throws IllegalArgumentException unless 0 &lt;= index &lt; size
   */
  public List<byte[]> inclusion(long index, long size) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("no leaf " + index + " in a tree of " + size);
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long middle = from + leftOf(to - from);
      if (index < middle) {
        path.add(over(middle, to));
        to = middle;
      } else {
        path.add(over(from, middle));
        from = middle;
      }
    }
    return path.reversed();
  }

  /**
   * The hashes by which the tree of {@code newer} leaves shows that it begins with the tree of
   * {@code older}; none if the sizes are the same or the older is 0.
   *
   * @throws IllegalArgumentException unless 0 &lt;= older &lt;= newer
   */
  public List<byte[]> consistency(long older, long newer) {
    if (older < 0 || older > newer) {
      throw new IllegalArgumentException("a tree of " + newer + " does not continue " + older);
    }
    List<byte[]> path = new ArrayList<>();
    if (older == 0 || older == newer) {
      return path;
    }
    long from = 0;
    long to = newer;
    while (older < to) {
      long middle = from + leftOf(to - from);
      if (older <= middle) {
        path.add(over(middle, to));
        to = middle;
      } else {
        path.add(over(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      // Where the older tree is a whole left side, the verifier has its root already.
      path.add(over(from, to));
    }
    return path.reversed();
  }

  /** The hash over leaves that begin where a perfect subtree does. */
  private byte[] over(long from, long to) {
    int level = 63 - Long.numberOfLeadingZeros(to - from);
    long middle = from + (1L << level);
    byte[] left = subtrees.at(level, from >>> level);
    return middle == to ? left : hash.node(left, over(middle, to));
  }

  /** The largest power of two below {@code leaves}. */
  private static long leftOf(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }
}

package counterfoil.proof;

import java.util.Arrays;
import java.util.List;

/** Verifies proofs, as RFC 9162 says in its sections 2.1.3.2 and 2.1.4.2. */
public final class ProofCheck {
  private ProofCheck() {}

  /**
   * Whether a leaf is in a tree.
   *
   * @param leafHash the leaf's {@linkplain TreeHash#leaf hash}
   * @param index the leaf's number, from 0
   * @return the tree, if it holds the leaf there
   */
  public static Checked<TreeHead> inclusion(
      byte[] leafHash, long index, List<byte[]> path, TreeHead tree) {
    if (index < 0 || index >= tree.size()) {
      return Checked.refused(new Flaw.OutsideTree(index, tree.size()));
    }
    // A way up from the leaf: left of it whole subtrees only, right of it also the ragged edge.
    int inner = Long.SIZE - Long.numberOfLeadingZeros(index ^ (tree.size() - 1));
    int border = Long.bitCount(index >>> inner);
    if (path.size() != inner + border) {
      return Checked.refused(new Flaw.WrongLength(inner + border, path.size()));
    }
    if (!areHashes(leafHash, path)) {
      return Checked.refused(new Flaw.NotIncluded(index));
    }
    TreeHash hash = new TreeHash();
    byte[] root = leafHash;
    long node = index;
    long last = tree.size() - 1;
    for (byte[] beside : path) {
      if ((node & 1) == 1 || node == last) {
        root = hash.node(beside, root);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        root = hash.node(root, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(root, tree.root())
        ? Checked.good(tree)
        : Checked.refused(new Flaw.NotIncluded(index));
  }

  /**
   * Whether {@code newer} begins with {@code older}, which must not be empty unless both are.
   *
   * @return the newer tree, if it does
   */
  public static Checked<TreeHead> consistency(TreeHead older, TreeHead newer, List<byte[]> path) {
    if (newer.size() < older.size()) {
      return Checked.refused(new Flaw.Shorter(older.size(), newer.size()));
    }
    Checked<TreeHead> inconsistent =
        Checked.refused(new Flaw.Inconsistent(older.size(), newer.size()));
    if (older.size() == newer.size()) {
      if (!path.isEmpty()) {
        return Checked.refused(new Flaw.WrongLength(0, path.size()));
      }
      boolean real = older.size() > 0 || Arrays.equals(older.root(), new TreeHash().empty());
      return real && older.equals(newer) ? Checked.good(newer) : inconsistent;
    }
    if (older.size() == 0) {
      return Checked.refused(new Flaw.EmptyTree());
    }
    int expected = consistencyLength(older.size(), newer.size());
    if (path.size() != expected) {
      return Checked.refused(new Flaw.WrongLength(expected, path.size()));
    }
    if (!areHashes(older.root(), path)) {
      return inconsistent;
    }
    return bothRoots(older, newer, path) ? Checked.good(newer) : inconsistent;
  }

  private static boolean bothRoots(TreeHead older, TreeHead newer, List<byte[]> path) {
    long node = older.size() - 1;
    long last = newer.size() - 1;
    int whole = Long.numberOfTrailingZeros(~node);
    node >>>= whole;
    last >>>= whole;
    // An older tree that is a perfect subtree of the newer is not in the path: its root is known.
    boolean known = Long.bitCount(older.size()) == 1;
    byte[] first = known ? older.root() : path.getFirst();
    byte[] old = first;
    byte[] grown = first;
    TreeHash hash = new TreeHash();
    for (byte[] beside : known ? path : path.subList(1, path.size())) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = hash.node(beside, old);
        grown = hash.node(beside, grown);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        grown = hash.node(grown, beside);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && Arrays.equals(old, older.root()) && Arrays.equals(grown, newer.root());
  }

  private static int consistencyLength(long older, long newer) {
    long node = older - 1;
    int whole = Long.numberOfTrailingZeros(~node);
    int inner = Long.SIZE - Long.numberOfLeadingZeros(node ^ (newer - 1));
    int border = Long.bitCount(node >>> inner);
    int path = inner - whole + border;
    return Long.bitCount(older) == 1 ? path : path + 1;
  }

  private static boolean areHashes(byte[] start, List<byte[]> path) {
    return start.length == TreeHash.BYTES
        && path.stream().allMatch(hash -> hash.length == TreeHash.BYTES);
  }
}

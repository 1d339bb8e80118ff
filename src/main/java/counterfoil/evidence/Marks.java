package counterfoil.evidence;

import counterfoil.proof.TreeHash;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What checkpoints and proofs need of the tree as it grows: roots at their sizes, last leaves. */
final class Marks {
  private final Set<Long> sizes;
  private final Map<Long, byte[]> roots = new HashMap<>();
  private final Map<Long, byte[]> leaves = new HashMap<>();

  Marks(Collection<Long> sizes) {
    this.sizes = Set.copyOf(sizes);
    if (this.sizes.contains(0L)) {
      roots.put(0L, new TreeHash().empty());
    }
  }

  void pass(long size, byte[] leaf, Supplier<byte[]> root) {
    if (sizes.contains(size)) {
      roots.put(size, root.get());
      leaves.put(size, leaf);
    }
  }

  /** The tree's root at that size, if the ledger reaches so far. */
  Optional<byte[]> root(long size) {
    return Optional.ofNullable(roots.get(size));
  }

  /** The hash of the last leaf of that tree, if the ledger reaches so far. */
  Optional<byte[]> lastLeaf(long size) {
    return Optional.ofNullable(leaves.get(size));
  }
}

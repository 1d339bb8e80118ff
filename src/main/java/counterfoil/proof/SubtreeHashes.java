package counterfoil.proof;

/**
 * Where the hashes of a tree's perfect subtrees come from. A subtree of level {@code l} and index
 * {@code i} holds the 2<sup>l</sup> leaves from {@code i} times 2<sup>l</sup> on; level 0 are the
 * leaves' own hashes.
 */
@FunctionalInterface
public interface SubtreeHashes {
  /**
   * The 32 bytes of a subtree that is complete in the tree. Not to be changed.
   *
   * @param level 0 to 62
   * @param index from 0
   */
  byte[] at(int level, long index);
}

package counterfoil.proof;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Small trees, by the definition. */
final class Trees {
  private Trees() {}

  /** So many leaves' hashes. */
  static List<byte[]> leaves(int size, RandomGenerator random) {
    return IntStream.range(0, size)
        .mapToObj(_ -> {
          byte[] leaf = new byte[TreeHash.BYTES];
          random.nextBytes(leaf);
          return leaf;
        })
        .toList();
  }

  /** The perfect subtrees over leaves; fails for one that is not complete. */
  static SubtreeHashes subtrees(List<byte[]> leaves) {
    return (level, index) ->
        root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
  }

  static TreeHead head(List<byte[]> leaves) {
    return new TreeHead(leaves.size(), root(leaves));
  }

  private static byte[] root(List<byte[]> leaves) {
    TreeHash hash = new TreeHash();
    if (leaves.isEmpty()) {
      return hash.empty();
    }
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int left = Integer.highestOneBit(leaves.size() - 1);
    return hash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
  }

  /** The bytes with one bit turned. */
  static byte[] flipped(byte[] bytes, int bit) {
    byte[] other = Arrays.copyOf(bytes, bytes.length);
    other[bit / 8] ^= (byte) (1 << (bit % 8));
    return other;
  }
}

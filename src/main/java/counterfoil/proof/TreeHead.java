package counterfoil.proof;

import java.util.Arrays;
import java.util.Base64;

/**
 * A tree as it was at some size.
 *
 * @param size the number of leaves, 0 or more
 * @param root 32 bytes: no proof leads to a root of another length. Not to be changed
 */
public record TreeHead(long size, byte[] root) {
  public TreeHead {
    if (size < 0) {
      throw new IllegalArgumentException("no tree's head");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TreeHead that && size == that.size && Arrays.equals(root, that.root);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(size) * 31 + Arrays.hashCode(root);
  }

  @Override
  public String toString() {
    return "TreeHead[" + size + ", " + Base64.getEncoder().encodeToString(root) + "]";
  }
}

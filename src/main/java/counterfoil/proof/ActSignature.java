package counterfoil.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A person's signature on one statement. A key signs statements together: they are the leaves of an
 * RFC 6962 tree, what is signed is its size and root under the ledger's origin, and each statement
 * takes along its way to that root. So each is proven alone, and sixty acts that wait for the disk
 * together cost one signature.
 *
 * <p>The signed text is {@code counterfoil.local/acts/v1}, the ledger's origin, the number of
 * statements and the root in Base64, each followed by a line feed.
 */
public final class ActSignature {
  /** The most statements signed together. */
  public static final int MAX_TOGETHER = 1 << 12;

  private static final String PURPOSE = "counterfoil.local/acts/v1";
  private static final int FIXED_BYTES =
      Ed25519.KEY_BYTES + 2 * Integer.BYTES + Ed25519.SIGNATURE_BYTES;

  private final byte[] publicKey;
  private final int index;
  private final int size;
  private final byte[] signature;
  private final List<byte[]> path;

  private ActSignature(byte[] publicKey, int index, int size, byte[] signature, List<byte[]> path) {
    this.publicKey = publicKey;
    this.index = index;
    this.size = size;
    this.signature = signature;
    this.path = path;
  }

  /**
   * Signs statements together.
   *
   * @param statements at least one and at most {@value #MAX_TOGETHER}
   * @param origin the ledger's, so that a signature is good for no other
   * @param sign makes the signature of a message with the private half of {@code publicKey}
   * @return one for each statement
   */
  public static List<ActSignature> sign(
      List<byte[]> statements, String origin, byte[] publicKey, UnaryOperator<byte[]> sign) {
    if (statements.isEmpty() || statements.size() > MAX_TOGETHER) {
      throw new IllegalArgumentException("statements: " + statements.size());
    }
    TreeHash hash = new TreeHash();
    List<byte[]> leaves = statements.stream().map(hash::leaf).toList();
    List<List<byte[]>> paths = new ArrayList<>();
    leaves.forEach(_ -> paths.add(new ArrayList<>()));
    byte[] root = root(leaves, 0, paths, hash);
    byte[] signature = sign.apply(message(origin, leaves.size(), root));
    List<ActSignature> signatures = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      signatures.add(new ActSignature(publicKey, i, leaves.size(), signature, paths.get(i)));
    }
    return signatures;
  }

  /** The root over leaves, the first of which has the number {@code from}; fills in their paths. */
  private static byte[] root(
      List<byte[]> leaves, int from, List<List<byte[]>> paths, TreeHash hash) {
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    int split = Integer.highestOneBit(leaves.size() - 1);
    byte[] left = root(leaves.subList(0, split), from, paths, hash);
    byte[] right = root(leaves.subList(split, leaves.size()), from + split, paths, hash);
    for (int i = 0; i < leaves.size(); i++) {
      paths.get(from + i).add(i < split ? right : left);
    }
    return hash.node(left, right);
  }

  private static byte[] message(String origin, int size, byte[] root) {
    return "%s\n%s\n%d\n%s\n"
        .formatted(PURPOSE, origin, size, Base64.getEncoder().encodeToString(root))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The 32 bytes of the key it claims to be made with. */
  public byte[] publicKey() {
    return publicKey.clone();
  }

  /** What {@link Ed25519} must find signed, for this to be a signature on {@code statement}. */
  public Signed signed(byte[] statement, String origin, TreeHash hash) {
    byte[] root = climb(hash.leaf(statement), hash);
    return new Signed(publicKey, message(origin, size, root), signature);
  }

  /** Whether it is a signature on {@code statement}, made with its key for that ledger. */
  public boolean covers(byte[] statement, String origin, TreeHash hash) {
    return signed(statement, origin, hash).verifies();
  }

  /** A message and its signature; equal ones need to be verified once. */
  public record Signed(byte[] publicKey, byte[] message, byte[] signature) {
    public boolean verifies() {
      return Ed25519.verifies(publicKey, message, signature);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Signed that
          && Arrays.equals(publicKey, that.publicKey)
          && Arrays.equals(message, that.message)
          && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(signature);
    }
  }

  private byte[] climb(byte[] leaf, TreeHash hash) {
    byte[] node = leaf;
    int place = index;
    int last = size - 1;
    for (byte[] beside : path) {
      // RFC 9162, 2.1.3.2; a node without a right neighbour goes up as it is.
      while (place == last && (place & 1) == 0) {
        place >>= 1;
        last >>= 1;
      }
      node = (place & 1) == 1 ? hash.node(beside, node) : hash.node(node, beside);
      place >>= 1;
      last >>= 1;
    }
    return node;
  }

  /** The key, the place and the number of statements, the signature, the path. */
  public byte[] toBytes() {
    ByteBuffer bytes =
        ByteBuffer.allocate(FIXED_BYTES + path.size() * TreeHash.BYTES)
            .put(publicKey)
            .putInt(index)
            .putInt(size)
            .put(signature);
    path.forEach(bytes::put);
    return bytes.array();
  }

  /** What {@link #toBytes} wrote; nothing if it cannot have written that. */
  public static Optional<ActSignature> fromBytes(byte[] bytes) {
    if (bytes.length < FIXED_BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] publicKey = new byte[Ed25519.KEY_BYTES];
    in.get(publicKey);
    int index = in.getInt();
    int size = in.getInt();
    byte[] signature = new byte[Ed25519.SIGNATURE_BYTES];
    in.get(signature);
    if (size < 1 || size > MAX_TOGETHER || index < 0 || index >= size) {
      return Optional.empty();
    }
    int steps = steps(index, size);
    if (in.remaining() != steps * TreeHash.BYTES) {
      return Optional.empty();
    }
    List<byte[]> path = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      byte[] node = new byte[TreeHash.BYTES];
      in.get(node);
      path.add(node);
    }
    return Optional.of(new ActSignature(publicKey, index, size, signature, path));
  }

  /** The length of the path of a leaf: a node without a right neighbour takes no step. */
  private static int steps(int index, int size) {
    int steps = 0;
    int place = index;
    for (int last = size - 1; last > 0; last >>= 1) {
      if ((place & 1) == 1 || place < last) {
        steps++;
      }
      place >>= 1;
    }
    return steps;
  }
}

package counterfoil.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/**
 * Proofs, notes and keys changed at random: whatever comes of it is read without an exception, and
 * no other proof than the one that was made is good. {@code -Dmutations=N} makes more of them.
 */
class MutatedInputTest {
  private static final int MUTATIONS = Integer.getInteger("mutations", 20_000);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);

  @Test
  void no_mutation_of_a_proof_is_good_or_throws() {
    Notes.Proven proven = Notes.proven(random);
    byte[] good = proven.bytes();
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] other = mutated(good);
      boolean valid = proven.check(other) instanceof Checked.Good;
      assertFalse(valid && !Arrays.equals(good, other), "seed " + seed);
      SignedNote.parse(other);
      Checkpoint.parse(new String(other, StandardCharsets.ISO_8859_1));
    }
  }

  @Test
  void no_mutation_of_a_key_is_good_or_throws() {
    byte[] good = Notes.utf8(Notes.KEY.verifier().text());
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] other = mutated(good);
      String text = new String(other, StandardCharsets.UTF_8);
      boolean valid = VerifierKey.parse(text) instanceof Checked.Good;
      assertFalse(valid && !Arrays.equals(good, other), "seed " + seed + ": " + text);
      SigningKey.parse(text);
    }
  }

  /** One to four changes of the kinds that parsers stumble over. */
  private byte[] mutated(byte[] good) {
    byte[] bytes = good;
    for (int changes = random.nextInt(1, 5); changes > 0; changes--) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt()};
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + random.nextInt(1, 60));
    return switch (random.nextInt(7)) {
      case 0 -> Trees.flipped(bytes, at * 8 + random.nextInt(8));
      case 1 -> with(bytes, at, at, new byte[] {(byte) random.nextInt()});
      case 2 -> with(bytes, at, to, new byte[0]);
      case 3 -> with(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
      case 4 -> with(bytes, at, at, Notes.utf8("\n"));
      case 5 -> Arrays.copyOf(bytes, at);
      default ->
          with(bytes, at, at + 1, Notes.utf8("\u2014 +=A09\u00a0".substring(random.nextInt(8))));
    };
  }

  private static byte[] with(byte[] bytes, int from, int to, byte[] between) {
    byte[] other = new byte[bytes.length - (to - from) + between.length];
    System.arraycopy(bytes, 0, other, 0, from);
    System.arraycopy(between, 0, other, from, between.length);
    System.arraycopy(bytes, to, other, from + between.length, bytes.length - to);
    return other;
  }
}

package counterfoil.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.proof.Checked.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TreeProofsTest {
  private static final int LARGEST = 70;
  private static final int PROOFS = 1000;

  private final long seed = System.nanoTime();
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
  private final List<byte[]> leaves = Trees.leaves(LARGEST, random);
  private final TreeProofs proofs = new TreeProofs(Trees.subtrees(leaves));

  @Test
  void the_head_is_the_one_by_the_definition_at_every_size() {
    for (int size = 0; size <= LARGEST; size++) {
      assertEquals(Trees.head(leaves.subList(0, size)), proofs.head(size));
    }
  }

  @Test
  void every_leaf_is_proven_in_every_tree_that_holds_it() {
    for (int size = 1; size <= LARGEST; size++) {
      TreeHead head = proofs.head(size);
      for (int index = 0; index < size; index++) {
        List<byte[]> path = proofs.inclusion(index, size);
        assertEquals(
            Checked.good(head), ProofCheck.inclusion(leaves.get(index), index, path, head));
      }
    }
  }

  @Test
  void every_tree_is_proven_to_begin_with_every_smaller_one_but_the_empty_one() {
    for (int newer = 0; newer <= LARGEST; newer++) {
      TreeHead head = proofs.head(newer);
      for (int older = Math.min(1, newer); older <= newer; older++) {
        assertEquals(
            Checked.good(head),
            ProofCheck.consistency(proofs.head(older), head, proofs.consistency(older, newer)),
            older + " in " + newer);
      }
    }
  }

  @Test
  void nothing_is_proven_from_the_empty_tree() {
    assertEquals(
        Checked.refused(new Flaw.EmptyTree()),
        ProofCheck.consistency(proofs.head(0), proofs.head(7), List.of()));
  }

  @Test
  void no_leaf_is_proven_at_another_index_or_in_another_tree() {
    for (int index = 0; index < LARGEST; index++) {
      List<byte[]> path = proofs.inclusion(index, LARGEST);
      for (int other = -1; other <= LARGEST; other++) {
        if (other != index) {
          refused(ProofCheck.inclusion(leaves.get(index), other, path, proofs.head(LARGEST)));
        }
      }
      refused(ProofCheck.inclusion(leaves.get(index), index, path, proofs.head(LARGEST - 1)));
    }
  }

  @Test
  void a_tree_that_lost_changed_or_moved_an_entry_is_not_proven_to_continue() {
    TreeHead before = proofs.head(40);
    List<byte[]> other = new ArrayList<>(leaves);
    other.set(17, leaves.get(18));
    other.set(18, leaves.get(17));
    TreeProofs forged = new TreeProofs(Trees.subtrees(other));
    refused(ProofCheck.consistency(before, forged.head(LARGEST), forged.consistency(40, LARGEST)));
    assertEquals(
        Checked.refused(new Flaw.Shorter(40, 39)),
        ProofCheck.consistency(before, proofs.head(39), List.of()));
    assertEquals(
        Checked.refused(new Flaw.Inconsistent(40, 40)),
        ProofCheck.consistency(before, forged.head(40), List.of()));
  }

  @Test
  void every_flipped_bit_of_a_thousand_proofs_is_refused() {
    for (int i = 0; i < PROOFS; i++) {
      int size = random.nextInt(1, LARGEST + 1);
      int index = random.nextInt(size);
      List<byte[]> path = proofs.inclusion(index, size);
      TreeHead head = proofs.head(size);
      flips(
          path, changed -> refused(ProofCheck.inclusion(leaves.get(index), index, changed, head)));
      int older = random.nextInt(1, size + 1);
      TreeHead before = proofs.head(older);
      flips(
          proofs.consistency(older, size),
          changed -> refused(ProofCheck.consistency(before, head, changed)));
    }
  }

  /** All bits of one hash of the path, and one bit of each other; a longer and a shorter path. */
  private void flips(List<byte[]> path, Consumer<List<byte[]>> check) {
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(leaves.getFirst());
    check.accept(longer);
    if (path.isEmpty()) {
      return;
    }
    check.accept(path.subList(1, path.size()));
    int whole = random.nextInt(path.size());
    for (int at = 0; at < path.size(); at++) {
      for (int bit = 0; bit < TreeHash.BYTES * 8; bit++) {
        if (at == whole || bit == random.nextInt(TreeHash.BYTES * 8)) {
          List<byte[]> changed = new ArrayList<>(path);
          changed.set(at, Trees.flipped(path.get(at), bit));
          check.accept(changed);
        }
      }
    }
  }

  @Test
  void hashes_of_another_length_are_refused() {
    List<byte[]> path = new ArrayList<>(proofs.inclusion(3, 9));
    path.set(1, new byte[31]);
    refused(ProofCheck.inclusion(leaves.get(3), 3, path, proofs.head(9)));
    refused(ProofCheck.inclusion(new byte[0], 3, proofs.inclusion(3, 9), proofs.head(9)));
  }

  @Test
  void no_proof_is_made_of_what_is_not_there() {
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(5, 5));
    assertThrows(IllegalArgumentException.class, () -> proofs.inclusion(-1, 5));
    assertThrows(IllegalArgumentException.class, () -> proofs.consistency(6, 5));
  }

  private void refused(Checked<TreeHead> outcome) {
    assertInstanceOf(Refused.class, outcome, "seed " + seed);
  }
}

package counterfoil.proof;

import static counterfoil.proof.Notes.ORIGIN;
import static counterfoil.proof.Notes.TRUSTED;
import static counterfoil.proof.Notes.utf8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.Flaw.Malformed;
import counterfoil.proof.Flaw.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {
  private static final int PROOFS = 8;

  private final long seed = System.nanoTime();
  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
  private final Notes.Proven proven = Notes.proven(random);

  @Test
  void a_proof_comes_back_as_it_was_written_and_is_good() {
    for (int i = 0; i < PROOFS; i++) {
      var one = Notes.proven(random);
      assertInstanceOf(Good.class, one.check(one.bytes()), "seed " + seed);
    }
  }

  @Test
  void extra_data_comes_back() {
    var with =
        new TlogProof(
            Optional.of(new byte[] {1, 2, 3}),
            proven.proof().index(),
            proven.proof().path(),
            proven.proof().checkpoint());
    var read =
        (TlogProof) assertInstanceOf(Good.class, TlogProof.parse(utf8(with.toText()))).value();
    assertArrayEquals(new byte[] {1, 2, 3}, read.extra().orElseThrow());
    assertEquals(with.toText(), read.toText());
  }

  @Test
  void every_flipped_bit_of_a_proof_is_refused() {
    for (int i = 0; i < PROOFS; i++) {
      var one = Notes.proven(random);
      byte[] bytes = one.bytes();
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        assertInstanceOf(
            Refused.class,
            one.check(Trees.flipped(bytes, bit)),
            "seed " + seed + ", bit " + bit + " of " + one.proof().toText());
      }
    }
  }

  @Test
  void every_shorter_proof_is_refused() {
    byte[] bytes = proven.bytes();
    for (int length = 0; length < bytes.length; length++) {
      assertInstanceOf(Refused.class, proven.check(Arrays.copyOf(bytes, length)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "x", "x\n", " ", "\n\n", "\r\n", "c2sp.org/tlog-proof@v1\n"})
  void whatever_follows_a_proof_is_refused(String more) {
    assertInstanceOf(Refused.class, proven.check(utf8(proven.proof().toText() + more)));
  }

  @Test
  void the_proof_of_another_ledger_another_key_and_another_leaf_are_named() {
    var proof = proven.proof();
    assertEquals(
        Checked.refused(new Flaw.WrongOrigin("other", ORIGIN)),
        proof.verify(proven.leaf(), "other", TRUSTED));
    var stranger = List.of(SigningKey.generate(ORIGIN).verifier());
    assertEquals(
        Checked.refused(new Flaw.UntrustedKeys(List.of(ORIGIN))),
        proof.verify(proven.leaf(), ORIGIN, stranger));
    assertEquals(
        Checked.refused(new Flaw.NotIncluded(proof.index())),
        proof.verify(new byte[TreeHash.BYTES], ORIGIN, TRUSTED));
  }

  @ParameterizedTest
  @CsvSource({
    "'c2sp.org/tlog-proof@v2\n', 1, NO_PROOF_HEADER",
    "'c2sp.org/tlog-proof@v1\n', 2, NO_INDEX",
    "'c2sp.org/tlog-proof@v1\nextra AB==\n', 2, NOT_BASE64",
    "'c2sp.org/tlog-proof@v1\nextra AA\n', 2, NOT_BASE64",
    "'c2sp.org/tlog-proof@v1\nindex 01\n', 2, NOT_A_NUMBER",
    "'c2sp.org/tlog-proof@v1\nindex -1\n', 2, NOT_A_NUMBER",
    "'c2sp.org/tlog-proof@v1\nindex 99999999999999999999\n', 2, NOT_A_NUMBER",
    "'c2sp.org/tlog-proof@v1\nextra AAAA\nindex 1\nAAAA\n', 4, NOT_A_HASH",
    "'c2sp.org/tlog-proof@v1\nindex 1\n', 3, NO_SIGNATURES",
    "'c2sp.org/tlog-proof@v1\nindex 1\n\n', 3, NO_SIGNATURES",
    "'c2sp.org/tlog-proof@v1\nindex 1\n\ntext\n', 4, NO_SIGNATURES"
  })
  void what_is_wrong_is_said_with_its_line(String text, int line, Reason reason) {
    assertEquals(Checked.refused(new Malformed(line, reason)), TlogProof.parse(utf8(text)));
  }

  @Test
  void more_hashes_than_any_tree_has_are_refused() {
    String hash = "A".repeat(43) + "=\n";
    assertEquals(
        Checked.refused(new Malformed(66, Reason.TOO_MANY_HASHES)),
        TlogProof.parse(utf8("c2sp.org/tlog-proof@v1\nindex 1\n" + hash.repeat(64) + "\n")));
  }

  @Test
  void a_checkpoint_that_is_none_is_refused_with_its_line() {
    assertEquals(malformed(3, Reason.NOT_A_HASH), Checkpoint.parse("a\n1\nb\n"));
    assertEquals(malformed(2, Reason.NOT_A_NUMBER), Checkpoint.parse("a\n1x\nb\n"));
    assertEquals(malformed(1, Reason.TOO_FEW_LINES), Checkpoint.parse("a\n1\n"));
    assertEquals(malformed(1, Reason.EMPTY_LINE), Checkpoint.parse("\n1\nb\n"));
  }

  private static Checked<Checkpoint> malformed(int line, Reason reason) {
    return Checked.refused(new Malformed(line, reason));
  }
}

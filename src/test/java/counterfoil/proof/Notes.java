package counterfoil.proof;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Notes, checkpoints and proofs that are good. */
final class Notes {
  static final String ORIGIN = "counterfoil.local/riverside/1";
  static final SigningKey KEY = SigningKey.generate(ORIGIN);
  static final List<VerifierKey> TRUSTED = List.of(KEY.verifier());

  private Notes() {}

  static SignedCheckpoint checkpoint(TreeHead tree) {
    return SignedCheckpoint.sign(new Checkpoint(ORIGIN, tree), KEY);
  }

  /** A proof of one leaf of a random tree, and that leaf. */
  static Proven proven(RandomGenerator random) {
    List<byte[]> leaves = Trees.leaves(random.nextInt(1, 20), random);
    TreeProofs proofs = new TreeProofs(Trees.subtrees(leaves));
    int index = random.nextInt(leaves.size());
    return new Proven(
        leaves.get(index),
        new TlogProof(
            Optional.empty(),
            index,
            proofs.inclusion(index, leaves.size()),
            checkpoint(Trees.head(leaves)).note()));
  }

  record Proven(byte[] leaf, TlogProof proof) {
    byte[] bytes() {
      return utf8(proof.toText());
    }

    Checked<SignedCheckpoint> check(byte[] bytes) {
      return TlogProof.parse(bytes).then(proof -> proof.verify(leaf, ORIGIN, TRUSTED));
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package counterfoil.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.notary.Examination;
import counterfoil.application.notary.ProofReader;
import counterfoil.cli.WordsOfProofs;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.tape.TapeContent;
import counterfoil.proof.ActSignature;
import counterfoil.proof.Checked;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.SignedNote;
import counterfoil.proof.SigningKey;
import counterfoil.proof.TlogProof;
import counterfoil.proof.TreeHash;
import counterfoil.proof.TreeHead;
import counterfoil.proof.VerifierKey;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Proofs, notes, checkpoints, keys and signatures, as anybody may have written them. */
final class FuzzedProofs {
  private static final String ORIGIN = "counterfoil.example/riverside";
  private static final SigningKey KEY = SigningKey.generate(ORIGIN);
  private static final List<VerifierKey> TRUSTED = List.of(KEY.verifier());
  private static final Entry ENTRY = new TapeContent(1).next(1).getFirst();

  /** Of one entry alone, all of it in the proof: the only one that this key has signed. */
  private static final TlogProof PROOF = proofOf(ENTRY);

  private FuzzedProofs() {}

  private static TlogProof proofOf(Entry entry) {
    ByteBuffer carried =
        ByteBuffer.allocate(
            1 + 4 + entry.envelope().length + entry.salt().length + entry.payload().length);
    carried.put((byte) 1).putInt(entry.envelope().length).put(entry.envelope());
    carried.put(entry.salt()).put(entry.payload());
    byte[] root = new TreeHash().leaf(entry.envelope());
    SignedCheckpoint signed =
        SignedCheckpoint.sign(new Checkpoint(ORIGIN, new TreeHead(1, root)), KEY);
    return new TlogProof(Optional.of(carried.array()), 0, List.of(), signed.note());
  }

  static boolean proof(byte[] input) {
    if (TlogProof.parse(input) instanceof Good<TlogProof>(TlogProof proof)) {
      assertArrayEquals(input, proof.toText().getBytes(UTF_8), "it has one spelling");
    }
    switch (ProofReader.examine(input, ORIGIN, TRUSTED)) {
      case Examination.Valid valid ->
          assertArrayEquals(ENTRY.envelope(), valid.entry().envelope(), "no other was signed");
      case Examination.Invalid invalid -> assertSentence(WordsOfProofs.of(invalid));
    }
    return TlogProof.parse(input) instanceof Good;
  }

  static List<byte[]> proofs() {
    SignedNote twice = PROOF.checkpoint().signedBy(SigningKey.generate("witness.example"));
    TlogProof longer =
        new TlogProof(Optional.empty(), 5, List.of(new byte[32], new byte[32]), twice);
    return List.of(PROOF.toText().getBytes(UTF_8), longer.toText().getBytes(UTF_8));
  }

  static boolean note(byte[] input) {
    Checked<SignedNote> read = SignedNote.parse(input);
    if (read instanceof Good<SignedNote>(SignedNote note)) {
      assertArrayEquals(input, note.toText().getBytes(UTF_8), "it has one spelling");
      if (note.verify(TRUSTED) instanceof Good) {
        assertEquals(PROOF.checkpoint().text(), note.text(), "no other was signed");
      }
    }
    return taken(read);
  }

  static List<byte[]> notes() {
    return List.of(
        PROOF.checkpoint().toText().getBytes(UTF_8),
        SignedNote.sign("A text\n\nof two parts\n", SigningKey.generate("witness.example"))
            .toText()
            .getBytes(UTF_8));
  }

  static boolean checkpoint(byte[] input) {
    String text = new String(input, ISO_8859_1);
    Checked<Checkpoint> read = Checkpoint.parse(text);
    if (read instanceof Good<Checkpoint>(Checkpoint checkpoint)) {
      assertTrue(text.startsWith(checkpoint.text()), "it has one spelling");
    }
    return taken(read);
  }

  static List<byte[]> checkpoints() {
    String text = PROOF.checkpoint().text();
    return List.of(text.getBytes(UTF_8), (text + "a further line\n").getBytes(UTF_8));
  }

  static boolean key(byte[] input) {
    String text = new String(input, UTF_8);
    Checked<VerifierKey> read = VerifierKey.parse(text);
    if (read instanceof Good<VerifierKey>(VerifierKey key)) {
      assertEquals(text, key.text(), "it has one spelling");
    }
    boolean ownKey = taken(SigningKey.parse(text));
    return taken(read) || ownKey;
  }

  static List<byte[]> keys() {
    return List.of(KEY.verifier().text().getBytes(UTF_8), KEY.secretText().getBytes(UTF_8));
  }

  static boolean signature(byte[] input) {
    Optional<ActSignature> read = ActSignature.fromBytes(input);
    read.ifPresent(signature -> {
      assertArrayEquals(input, signature.toBytes(), "it has one spelling");
      assertFalse(signature.covers(new byte[3], ORIGIN, new TreeHash()), "nothing was signed");
    });
    return read.isPresent();
  }

  static List<byte[]> signatures() {
    List<byte[]> statements = List.of(new byte[1], new byte[2], new byte[0]);
    return ActSignature.sign(statements, ORIGIN, new byte[32], _ -> new byte[64]).stream()
        .map(ActSignature::toBytes)
        .toList();
  }

  private static boolean taken(Checked<?> read) {
    if (read instanceof Checked.Refused<?>(var flaw)) {
      assertSentence(WordsOfProofs.of(flaw));
    }
    return read instanceof Good;
  }

  private static void assertSentence(String sentence) {
    assertTrue(sentence.endsWith(".") && sentence.indexOf('\n') < 0, sentence);
  }
}

package counterfoil.proof;

import java.util.Collection;
import java.util.List;

/**
 * A checkpoint that was verified, or made here.
 *
 * @param signers the trusted keys that have signed it; one at least
 */
public record SignedCheckpoint(Checkpoint checkpoint, SignedNote note, List<VerifierKey> signers) {
  public SignedCheckpoint {
    signers = List.copyOf(signers);
  }

  public static SignedCheckpoint sign(Checkpoint checkpoint, SigningKey key) {
    return new SignedCheckpoint(
        checkpoint, SignedNote.sign(checkpoint.text(), key), List.of(key.verifier()));
  }

  /**
   * Reads a note and verifies it.
   *
   * @param origin the ledger that it must be of
   * @param trusted the keys of that ledger, or of witnesses
   */
  public static Checked<SignedCheckpoint> open(
      byte[] bytes, String origin, Collection<VerifierKey> trusted) {
    return SignedNote.parse(bytes).then(note -> open(note, 1, origin, trusted));
  }

  static Checked<SignedCheckpoint> open(
      SignedNote note, int firstLine, String origin, Collection<VerifierKey> trusted) {
    return Checkpoint.parse(note.text(), firstLine)
        .then(checkpoint ->
            checkpoint.origin().equals(origin)
                ? note.verify(trusted)
                    .then(signers -> Checked.good(new SignedCheckpoint(checkpoint, note, signers)))
                : Checked.refused(new Flaw.WrongOrigin(origin, checkpoint.origin())));
  }

  /** The signed note, as it is written in a file. */
  public String toText() {
    return note.toText();
  }
}

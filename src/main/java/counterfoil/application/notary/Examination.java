package counterfoil.application.notary;

import counterfoil.eventstore.Entry;
import counterfoil.proof.Checkpoint;
import counterfoil.proof.Flaw;
import counterfoil.proof.VerifierKey;
import java.util.List;

/** What came of checking a proof. */
public sealed interface Examination {
  /**
   * The entry is in the ledger, where it says, and unchanged.
   *
   * @param entry as it was recorded
   * @param contentShown whether the entry's payload was in the proof, and is the one recorded;
   *     otherwise the entry has none
   * @param checkpoint of the tree that holds it
   * @param signers whose signatures on the checkpoint were verified, one at least
   */
  record Valid(Entry entry, boolean contentShown, Checkpoint checkpoint, List<VerifierKey> signers)
      implements Examination {
    public Valid {
      signers = List.copyOf(signers);
    }
  }

  /** It proves nothing. */
  sealed interface Invalid extends Examination {}

  /** The proof itself does not hold. */
  record Unsound(Flaw flaw) implements Invalid {}

  /** The proof does not carry its entry, or not as this program writes it. */
  record NoEntry() implements Invalid {}

  /** The entry's content is not the one that was recorded. */
  record OtherContent(long position) implements Invalid {}

  /** The entry says another position than the one that is proven. */
  record OtherPosition(long said, long proven) implements Invalid {}

  /** The proof is good, but this ledger ends before it: something was cut off or rolled back. */
  record BehindProof(long entries, long proven) implements Invalid {}

  /** The proof is good, but the ledger has another entry there: its history was rewritten. */
  record Rewritten(long position) implements Invalid {}
}

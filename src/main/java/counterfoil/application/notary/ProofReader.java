package counterfoil.application.notary;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.proof.Checked;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.Checked.Refused;
import counterfoil.proof.SignedCheckpoint;
import counterfoil.proof.TlogProof;
import counterfoil.proof.TreeHash;
import counterfoil.proof.VerifierKey;
import java.util.Collection;
import java.util.Optional;

/** Checks proofs with nothing but public keys: no ledger is needed. */
public final class ProofReader {
  private ProofReader() {}

  /**
   * @param proof as anyone may have written it
   * @param origin the ledger that it must be of
   * @param trusted that ledger's keys
   */
  public static Examination examine(byte[] proof, String origin, Collection<VerifierKey> trusted) {
    return switch (TlogProof.parse(proof)) {
      case Good<TlogProof>(TlogProof parsed) -> examine(parsed, origin, trusted);
      case Refused<TlogProof>(var flaw) -> new Examination.Unsound(flaw);
    };
  }

  private static Examination examine(
      TlogProof proof, String origin, Collection<VerifierKey> trusted) {
    Optional<EntryEvidence> evidence = proof.extra().flatMap(EntryEvidence::parse);
    Optional<Entry> entry = evidence.flatMap(EntryEvidence::entry);
    if (evidence.isEmpty() || entry.isEmpty()) {
      return new Examination.NoEntry();
    }
    byte[] leaf = new TreeHash().leaf(evidence.get().envelope());
    Checked<SignedCheckpoint> outcome = proof.verify(leaf, origin, trusted);
    return switch (outcome) {
      case Refused<SignedCheckpoint>(var flaw) -> new Examination.Unsound(flaw);
      case Good<SignedCheckpoint>(SignedCheckpoint signed) -> {
        long proven = proof.index() + 1;
        if (entry.get().position() != proven) {
          yield new Examination.OtherPosition(entry.get().position(), proven);
        }
        boolean shown = evidence.get().content().isPresent();
        if (shown && !contentIsGenuine(entry.get())) {
          yield new Examination.OtherContent(proven);
        }
        yield new Examination.Valid(entry.get(), shown, signed.checkpoint(), signed.signers());
      }
    };
  }

  /** An entry without its salt is as one whose content was erased, which shows nothing. */
  private static boolean contentIsGenuine(Entry entry) {
    return !EntryCodec.isErased(entry) && new EntryCodec().payloadIsGenuine(entry);
  }
}

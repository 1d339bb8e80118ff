package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.Statement;
import counterfoil.proof.ActSignature;
import counterfoil.proof.Fingerprint;
import counterfoil.proof.TreeHash;
import java.util.Optional;

/**
 * What an entry's own signature says. Whether the key was its actor's at that time, only {@link
 * SignatureAudit} knows, which has gone over all that came before.
 */
public sealed interface EntrySignature {
  /** Nobody has signed it. */
  record Unsigned() implements EntrySignature {}

  /** It is signed with this key. */
  record SignedWith(Fingerprint key) implements EntrySignature {}

  /** There is a signature, and it is not one on this entry. */
  record Unfit() implements EntrySignature {}

  /**
   * Computes it, which takes part of a millisecond.
   *
   * @param origin the ledger's
   */
  static EntrySignature of(Entry entry, String origin) {
    Optional<byte[]> bytes = EntryCodec.signature(entry);
    if (bytes.isEmpty()) {
      return new Unsigned();
    }
    return ActSignature.fromBytes(bytes.get())
        .filter(signature -> signature.covers(new Statement().of(entry), origin, new TreeHash()))
        .<EntrySignature>map(signature -> new SignedWith(Fingerprint.of(signature.publicKey())))
        .orElseGet(Unfit::new);
  }
}

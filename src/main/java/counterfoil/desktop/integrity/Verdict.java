package counterfoil.desktop.integrity;

import counterfoil.application.notary.Examination;
import counterfoil.application.notary.Examination.Invalid;
import counterfoil.application.notary.Examination.Valid;
import counterfoil.projection.EntrySignature;

/** What came of checking a proof. */
sealed interface Verdict {
  /**
   * The entry is in the ledger, there and unchanged.
   *
   * @param signature its own
   */
  record Holds(Valid valid, EntrySignature signature) implements Verdict {}

  /** It proves nothing, and why. */
  record Fails(Invalid why) implements Verdict {}

  static Verdict of(Examination examination, String origin) {
    return switch (examination) {
      case Valid valid -> new Holds(valid, EntrySignature.of(valid.entry(), origin));
      case Invalid why -> new Fails(why);
    };
  }
}

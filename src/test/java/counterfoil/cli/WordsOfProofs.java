package counterfoil.cli;

import counterfoil.application.notary.Examination;
import counterfoil.proof.Flaw;

/** What the command line says of what it refuses. */
public final class WordsOfProofs {
  private WordsOfProofs() {}

  public static String of(Examination.Invalid invalid) {
    return ProofWords.sentence(invalid);
  }

  public static String of(Flaw flaw) {
    return ProofWords.sentence(flaw);
  }
}

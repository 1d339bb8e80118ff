package counterfoil.application;

import counterfoil.eventstore.Finding;

/**
 * The background audit found something that is not as it was recorded: nothing is posted until the
 * ledger has been proven intact, since a balance that is shown may be wrong. Nothing was recorded.
 */
public final class LedgerInDoubt extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Finding finding;

  public LedgerInDoubt(Finding finding) {
    super("entry " + finding.position() + ": " + finding.what());
    this.finding = finding;
  }

  /** The first thing that was found. */
  public Finding finding() {
    return finding;
  }
}

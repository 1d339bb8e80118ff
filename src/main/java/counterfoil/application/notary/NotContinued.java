package counterfoil.application.notary;

/** The ledger is not the continuation of what this workstation has seen: nothing is signed. */
public final class NotContinued extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Judgement.Broken judgement;

  public NotContinued(Judgement.Broken judgement) {
    super(judgement.toString());
    this.judgement = judgement;
  }

  public Judgement.Broken judgement() {
    return judgement;
  }
}

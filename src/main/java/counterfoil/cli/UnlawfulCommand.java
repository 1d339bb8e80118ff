package counterfoil.cli;

import counterfoil.domain.Refusal;

/** A command whose fields hold what no rule lets pass, as was seen while they were read. */
final class UnlawfulCommand extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  UnlawfulCommand(Refusal refusal) {
    super(refusal.code());
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}

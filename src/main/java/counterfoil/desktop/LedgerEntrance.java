package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.signin.Door;

/** The way into a real ledger. */
record LedgerEntrance(Ledger ledger) implements Entrance {
  @Override
  public boolean staffed() {
    return false;
  }

  @Override
  public Session unstaffed(Actor actor) {
    return ledger.unstaffed(actor);
  }

  @Override
  public Door door() {
    throw new IllegalStateException("nobody has to sign in");
  }

  @Override
  public BranchNow branch() {
    return BranchNow.NOTHING;
  }
}

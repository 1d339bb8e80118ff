package counterfoil.desktop;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.Session;
import counterfoil.desktop.kit.BranchNow;
import counterfoil.desktop.signin.Door;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.SortedMap;
import java.util.TreeMap;

/** The way into a real ledger. */
record LedgerEntrance(Ledger ledger) implements Entrance {
  @Override
  public boolean staffed() {
    return ledger.staffed();
  }

  @Override
  public Session unstaffed(Actor actor) {
    return ledger.unstaffed(actor);
  }

  @Override
  public Door door() {
    return (name, password, workstation) ->
        switch (ledger.signIn(name, password, workstation)) {
          case SignedIn.Yes(var session) -> new Door.Answer.Welcome(session);
          case SignedIn.No(var refusal) -> new Door.Answer.Refused(refusal);
        };
  }

  @Override
  public BranchNow branch() {
    SortedMap<TillId, TillState> tills = new TreeMap<>();
    ledger.inquiries().tills().tills().forEach(line -> tills.put(line.till(), line.state()));
    return new BranchNow(ledger.day(), ledger.settings(), tills);
  }
}

package counterfoil.desktop.day;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import java.time.InstantSource;

/** A ledger that is open already, for a window and for who looks over its shoulder. */
record OneLedger(Ledger ledger) implements Ledgers {
  @Override
  public boolean present(LedgerPlace place) {
    return true;
  }

  @Override
  public Ledger open(LedgerPlace place, Progress progress) {
    return ledger;
  }

  @Override
  public Ledger found(LedgerPlace place, Charter charter) {
    throw new AssertionError("there is one already");
  }

  @Override
  public Ledgers at(InstantSource clock) {
    return this;
  }
}

package counterfoil.desktop;

import counterfoil.application.Ledger;
import counterfoil.application.LedgerPlace;
import counterfoil.application.Ledgers;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** Ledgers that cannot be opened while a reason stands against it. */
final class GuardedLedgers implements Ledgers {
  private final Ledgers ledgers;
  private volatile Optional<Reason> against = Optional.empty();

  GuardedLedgers(Ledgers ledgers) {
    this.ledgers = ledgers;
  }

  void refuse(Reason reason) {
    against = Optional.of(reason);
  }

  void allow() {
    against = Optional.empty();
  }

  @Override
  public boolean present(LedgerPlace place) {
    return ledgers.present(place);
  }

  @Override
  public Ledger open(LedgerPlace place, Progress progress) {
    against.ifPresent(reason -> {
      throw new LedgerUnavailable(reason, Path.of(place.toString()), "guarded");
    });
    return ledgers.open(place, progress);
  }

  @Override
  public Ledger found(LedgerPlace place, Charter charter) {
    return ledgers.found(place, charter);
  }

  @Override
  public Ledgers at(InstantSource clock) {
    return ledgers.at(clock);
  }
}

package counterfoil.application;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.CharterTable;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.projection.Journal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Ledgers that lie in a folder of this machine: a tape, and H2 as its index. */
public record EmbeddedLedgers(InstantSource clock) implements Ledgers {

  @Override
  public boolean present(Path folder) {
    return EmbeddedStore.present(folder);
  }

  @Override
  public Ledger open(Path folder, Progress progress) {
    List<ReadModel> models = models(EmbeddedStore.charterOf(folder));
    return new Ledger(EmbeddedStore.open(folder, models, clock, progress), clock);
  }

  @Override
  public Ledger found(Path folder, Charter charter) {
    return new Ledger(EmbeddedStore.create(folder, charter, models(charter), clock), clock);
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(new EmbeddedRecovery(clock));
  }

  @Override
  public Ledgers at(InstantSource other) {
    return new EmbeddedLedgers(other);
  }

  static List<ReadModel> models(Charter charter) {
    return List.of(
        new CharterTable(charter),
        new Journal(CurrencyUnit.of(charter.currency()), charter.zone()));
  }
}

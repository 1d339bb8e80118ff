package counterfoil.application;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.projection.Journal;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Ledgers on disk: in a folder with a tape and H2 as its index, or on a PostgreSQL server. */
public record StoredLedgers(InstantSource clock) implements Ledgers {

  @Override
  public boolean present(LedgerPlace place) {
    return switch (place) {
      case Folder(Path path) -> EmbeddedStore.present(path);
      case Server(ServerLogin login) -> PostgresStore.present(login);
    };
  }

  @Override
  public Ledger open(LedgerPlace place, Progress progress) {
    LedgerStore store =
        switch (place) {
          case Folder(Path path) ->
              EmbeddedStore.open(path, models(EmbeddedStore.charterOf(path)), clock, progress);
          case Server(ServerLogin login) ->
              PostgresStore.open(login, StoredLedgers::models, clock, progress);
        };
    return new Ledger(store, clock);
  }

  @Override
  public Ledger found(LedgerPlace place, Charter charter) {
    LedgerStore store =
        switch (place) {
          case Folder(Path path) -> EmbeddedStore.create(path, charter, models(charter), clock);
          case Server(ServerLogin login) ->
              PostgresStore.create(login, charter, StoredLedgers::models, clock);
        };
    return new Ledger(store, clock);
  }

  @Override
  public Ledgers at(InstantSource other) {
    return new StoredLedgers(other);
  }

  private static List<ReadModel> models(Charter charter) {
    return List.of(new Journal(CurrencyUnit.of(charter.currency()), charter.zone()));
  }
}

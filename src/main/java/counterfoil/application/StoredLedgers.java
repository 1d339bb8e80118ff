package counterfoil.application;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.CharterTable;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
              EmbeddedStore.open(
                  path, folderModels(EmbeddedStore.charterOf(path)), clock, progress);
          case Server(ServerLogin login) ->
              PostgresStore.open(login, StoredLedgers::models, clock, progress);
        };
    return new Ledger(store, clock);
  }

  @Override
  public Ledger found(LedgerPlace place, Charter charter) {
    LedgerStore store =
        switch (place) {
          case Folder(Path path) ->
              EmbeddedStore.create(path, charter, folderModels(charter), clock);
          case Server(ServerLogin login) ->
              PostgresStore.create(login, charter, StoredLedgers::models, clock);
        };
    return new Ledger(store, clock);
  }

  @Override
  public Ledgers at(InstantSource other) {
    return new StoredLedgers(other);
  }

  @Override
  public Optional<Recovery> recovery() {
    return Optional.of(new FolderRecovery(clock));
  }

  private static List<ReadModel> models(Charter charter) {
    return ReadModels.of(charter);
  }

  /** In a folder the database tells the charter as well: the tape may be lost. */
  static List<ReadModel> folderModels(Charter charter) {
    return Stream.concat(Stream.of(new CharterTable(charter)), models(charter).stream()).toList();
  }
}

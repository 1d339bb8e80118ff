package counterfoil.application;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.application.notary.CheckpointShelf;
import counterfoil.application.notary.FileShelf;
import counterfoil.application.notary.Judgement;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.application.notary.ServerShelf;
import counterfoil.application.notary.Workstation;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.jdbc.CharterTable;
import counterfoil.eventstore.jdbc.EmbeddedStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.PostgresStore;
import counterfoil.eventstore.jdbc.Purge;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.jdbc.ServerCheckpoints;
import counterfoil.projection.ReadModels;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Ledgers on disk: in a folder with a tape and H2 as its index, or on a PostgreSQL server.
 *
 * @param workstation signs their checkpoints, and opens no ledger that is not the continuation of
 *     what it has seen; without one nobody looks
 */
public record StoredLedgers(InstantSource clock, Optional<Workstation> workstation)
    implements Ledgers {

  public StoredLedgers(InstantSource clock) {
    this(clock, Optional.empty());
  }

  @Override
  public boolean present(LedgerPlace place) {
    return switch (place) {
      case Folder(Path path) -> EmbeddedStore.present(path);
      case Server(ServerLogin login) -> PostgresStore.present(login);
    };
  }

  @Override
  public Ledger open(LedgerPlace place, Progress progress) {
    return ledger(place, purged(place, witnessed(place, progress), progress));
  }

  @Override
  public Ledger openUnwitnessed(LedgerPlace place, Progress progress) {
    return ledger(place, openStore(place, progress));
  }

  private LedgerStore openStore(LedgerPlace place, Progress progress) {
    return switch (place) {
      case Folder(Path path) ->
          EmbeddedStore.open(path, folderModels(EmbeddedStore.charterOf(path)), clock, progress);
      case Server(ServerLogin login) ->
          PostgresStore.open(login, StoredLedgers::models, clock, progress);
    };
  }

  private LedgerStore witnessed(LedgerPlace place, Progress progress) {
    LedgerStore store = openStore(place, progress);
    return orClosed(
        store,
        () -> {
          notary(place, store)
              .ifPresent(notary -> {
                if (notary.judge() instanceof Judgement.Broken broken) {
                  throw new NotContinued(broken);
                }
                notary.remember();
              });
          return store;
        });
  }

  private static <T> T orClosed(LedgerStore store, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private Ledger ledger(LedgerPlace place, LedgerStore store) {
    return orClosed(store, () -> new Ledger(store, clock, notary(place, store)));
  }

  private Optional<Notary> notary(LedgerPlace place, LedgerStore store) {
    return workstation.map(here -> new Notary(store, here, shelf(place), clock));
  }

  private static CheckpointShelf shelf(LedgerPlace place) {
    return switch (place) {
      case Folder(Path path) -> new FileShelf(path.resolve(FileShelf.FILE));
      case Server(ServerLogin login) -> new ServerShelf(new ServerCheckpoints(login));
    };
  }

  /**
   * Carries out what was erased and is not gone yet, in a ledger that is the one that was seen:
   * what is destroyed cannot be brought back. In a folder that takes the ledger alone.
   */
  private LedgerStore purged(LedgerPlace place, LedgerStore store, Progress progress) {
    Map<Long, byte[]> due = orClosed(store, () -> DueErasures.of(store));
    if (due.isEmpty()) {
      return store;
    }
    return switch (place) {
      case Folder(Path path) -> {
        store.close();
        purge(path, due, progress);
        yield witnessed(place, progress);
      }
      case Server _ -> orClosed(store, () -> purged(store, due, progress));
    };
  }

  private void purge(Path folder, Map<Long, byte[]> due, Progress progress) {
    try {
      // It is not to be stopped: what it would leave undone is what was promised.
      new Purge(folder, StoredLedgers::folderModels, clock).run(due, unstoppable(progress));
    } catch (LedgerUnavailable e) {
      // For want of room, say. It stays due, and the screens say so; the branch must be served.
    }
  }

  private static Progress unstoppable(Progress progress) {
    return (done, total) -> {
      progress.report(done, total);
      return true;
    };
  }

  private static LedgerStore purged(LedgerStore store, Map<Long, byte[]> due, Progress progress) {
    try {
      if (store instanceof PostgresStore server) {
        server.purge(due, progress);
      }
    } catch (LedgerUnavailable e) {
      if (e.reason() != Reason.IN_USE) {
        throw e;
      }
      // Another workstation makes the read models anew; the next opening does it, or that one has.
    }
    return store;
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
    return ledger(place, store);
  }

  @Override
  public Ledgers at(InstantSource other) {
    return new StoredLedgers(other, workstation);
  }

  @Override
  public Ledgers throwaway(Path folder) {
    return new StoredLedgers(clock, workstation.map(here -> new Workstation(here.name(), folder)));
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

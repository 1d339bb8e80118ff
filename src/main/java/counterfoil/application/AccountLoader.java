package counterfoil.application;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.AccountStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Loads accounts for deciding: the newest snapshot and the tail after it. Remembers those last
 * used; a memory that has fallen behind costs a conflict and a second look, never a wrong posting,
 * since every append names the version it was decided on. Safe from any thread.
 */
final class AccountLoader {
  private static final int MOST_REMEMBERED = 10_000;

  private final EventStore store;
  private final DataSource database;
  private final Map<AccountNumber, Known> remembered =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountNumber, Known> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  AccountLoader(EventStore store, DataSource database) {
    this.store = store;
    this.database = database;
  }

  /** An account after the event of {@code version}, -1 for one that was never opened. */
  record Known(AccountState state, long version) {}

  Known load(AccountNumber number) {
    synchronized (remembered) {
      Known known = remembered.get(number);
      if (known != null) {
        return known;
      }
    }
    Known known = read(number);
    remember(number, known);
    return known;
  }

  void remember(AccountNumber number, Known known) {
    synchronized (remembered) {
      remembered.put(number, known);
    }
  }

  void forget(AccountNumber number) {
    synchronized (remembered) {
      remembered.remove(number);
    }
  }

  /** Always from the store, memory left aside. */
  Known read(AccountNumber number) {
    StreamName stream = AccountEvents.stream(number);
    Optional<Snapshot> snapshot = latestSnapshot(stream);
    AccountState state =
        snapshot.map(s -> AccountStates.decode(s.state())).orElseGet(Unopened::new);
    long version = snapshot.map(Snapshot::version).orElse(ExpectedVersion.NONE);
    for (Entry entry : store.load(stream, version + 1)) {
      state = state.after(AccountEvents.decode(entry.type(), entry.payload()));
      version = entry.version();
    }
    return new Known(state, version);
  }

  private Optional<Snapshot> latestSnapshot(StreamName stream) {
    try (Connection connection = database.getConnection()) {
      return Snapshots.latest(connection, stream, AccountStates.FOLD);
    } catch (SQLException e) {
      // A snapshot only saves time: without one the account is replayed from its first entry.
      return Optional.empty();
    }
  }
}

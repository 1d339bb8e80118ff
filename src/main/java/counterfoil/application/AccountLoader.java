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
import counterfoil.payload.UnknownEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Loads accounts for deciding: the newest snapshot and the tail after it. Safe from any thread. */
record AccountLoader(EventStore store, DataSource database) {

  /** An account after the event of {@code version}, -1 for one that was never opened. */
  record Known(AccountState state, long version) {
    private static Known nothing() {
      return new Known(new Unopened(), ExpectedVersion.NONE);
    }
  }

  Known load(AccountNumber number) {
    StreamName stream = AccountEvents.stream(number);
    Known known = latestSnapshot(stream).orElseGet(Known::nothing);
    AccountState state = known.state();
    long version = known.version();
    for (Entry entry : store.load(stream, version + 1)) {
      state = state.after(AccountEvents.decode(entry.type(), entry.payload()));
      version = entry.version();
    }
    return new Known(state, version);
  }

  /**
   * A snapshot only saves time: without a good one the account is replayed from its first entry.
   */
  private Optional<Known> latestSnapshot(StreamName stream) {
    try (Connection connection = database.getConnection()) {
      return Snapshots.latest(connection, stream, AccountStates.FOLD).map(AccountLoader::known);
    } catch (SQLException | UnknownEvent e) {
      return Optional.empty();
    }
  }

  private static Known known(Snapshot snapshot) {
    return new Known(AccountStates.decode(snapshot.state()), snapshot.version());
  }
}

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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Loads accounts, as they are and as they were: the nearest snapshot and the events after it, which
 * are fewer than fifty. Safe from any thread.
 */
record AccountLoader(EventStore store, DataSource database) {

  /** An account after the event of {@code version}, -1 for one that was never opened. */
  record Known(AccountState state, long version) {
    private static Known nothing() {
      return new Known(new Unopened(), ExpectedVersion.NONE);
    }
  }

  /** The account as it is, for deciding. */
  Known load(AccountNumber number) {
    StreamName stream = AccountEvents.stream(number);
    Known known = snapshot(stream, Long.MAX_VALUE).orElseGet(Known::nothing);
    return fold(known, store.load(stream, known.version() + 1));
  }

  /** The account after its event of a version, which it must have reached. */
  Known loadAt(AccountNumber number, long version) {
    if (version == ExpectedVersion.NONE) {
      return Known.nothing();
    }
    StreamName stream = AccountEvents.stream(number);
    Known known = snapshot(stream, version).orElseGet(Known::nothing);
    int missing = Math.toIntExact(version - known.version());
    return fold(known, store.load(stream, known.version() + 1, missing));
  }

  private static Known fold(Known from, List<Entry> entries) {
    AccountState state = from.state();
    long version = from.version();
    for (Entry entry : entries) {
      state = state.after(AccountEvents.decode(entry.type(), entry.payload()));
      version = entry.version();
    }
    return new Known(state, version);
  }

  /**
   * A snapshot only saves time: without a good one the account is replayed from its first entry.
   */
  private Optional<Known> snapshot(StreamName stream, long version) {
    try (Connection connection = database.getConnection()) {
      return Snapshots.latest(connection, stream, AccountStates.FOLD, version)
          .map(AccountLoader::known);
    } catch (SQLException | UnknownEvent e) {
      return Optional.empty();
    }
  }

  private static Known known(Snapshot snapshot) {
    return new Known(AccountStates.decode(snapshot.state()), snapshot.version());
  }
}

package counterfoil.application;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.StreamLoader;
import javax.sql.DataSource;

/** Loads accounts, as they are and as they were. Safe from any thread. */
record AccountLoader(StreamLoader streams) {

  AccountLoader(EventStore store, DataSource database) {
    this(new StreamLoader(store, database));
  }

  /** An account after the event of {@code version}, -1 for one that was never opened. */
  record Known(AccountState state, long version) {
    private static Known of(StreamLoader.Known<AccountState> stream) {
      return new Known(stream.state(), stream.version());
    }
  }

  /** The account as it is, for deciding. */
  Known load(AccountNumber number) {
    return Known.of(streams.load(AccountEvents.stream(number), AccountEvents.KIND));
  }

  /** The account after its event of a version, which it must have reached. */
  Known loadAt(AccountNumber number, long version) {
    return Known.of(streams.loadAt(AccountEvents.stream(number), AccountEvents.KIND, version));
  }
}

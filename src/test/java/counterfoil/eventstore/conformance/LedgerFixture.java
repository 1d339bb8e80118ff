package counterfoil.eventstore.conformance;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.ReadModel;
import java.time.InstantSource;
import java.util.List;

/** How the tests come by a store that keeps read models. */
public interface LedgerFixture extends StoreFixture {
  /** A store on a ledger without entries that keeps {@code models}. */
  LedgerStore open(InstantSource clock, List<ReadModel> models);

  /** Ends {@code store} and opens its ledger once more, with other objects for the read models. */
  LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models);

  @Override
  default EventStore open(InstantSource clock) {
    return open(clock, List.of());
  }

  @Override
  default EventStore reopen(EventStore store, InstantSource clock) {
    return reopen(store, clock, List.of());
  }
}

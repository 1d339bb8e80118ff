package counterfoil.eventstore.conformance;

import counterfoil.eventstore.EventStore;
import java.time.InstantSource;

/** How the tests come by the store they are about. */
@FunctionalInterface
public interface StoreFixture {
  /** A store on a ledger without entries. */
  EventStore open(InstantSource clock);

  /**
   * Ends {@code store} and opens its ledger once more; a store that lives only as long as its
   * process is handed back as it is. A fixture that does not say how fails the tests that ask.
   */
  default EventStore reopen(EventStore store, InstantSource clock) {
    throw new AssertionError("this fixture does not say how its store is opened again");
  }
}

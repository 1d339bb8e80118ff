package counterfoil.eventstore.conformance;

import counterfoil.eventstore.EventStore;
import java.time.InstantSource;

/** How the tests come by the store they are about. */
@FunctionalInterface
public interface StoreFixture {
  /** A store on a ledger without entries. */
  EventStore open(InstantSource clock);
}

package counterfoil.eventstore;

import counterfoil.eventstore.conformance.EventStoreConformance;
import counterfoil.eventstore.conformance.StoreFixture;
import java.time.InstantSource;

class InMemoryEventStoreTest extends EventStoreConformance {
  @Override
  protected StoreFixture fixture() {
    return new StoreFixture() {
      @Override
      public EventStore open(InstantSource clock) {
        return new InMemoryEventStore(clock);
      }

      @Override
      public EventStore reopen(EventStore store, InstantSource clock) {
        return store;
      }
    };
  }
}

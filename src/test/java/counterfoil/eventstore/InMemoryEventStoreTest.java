package counterfoil.eventstore;

import counterfoil.eventstore.conformance.EventStoreConformance;
import counterfoil.eventstore.conformance.StoreFixture;

class InMemoryEventStoreTest extends EventStoreConformance {
  @Override
  protected StoreFixture fixture() {
    return InMemoryEventStore::new;
  }
}

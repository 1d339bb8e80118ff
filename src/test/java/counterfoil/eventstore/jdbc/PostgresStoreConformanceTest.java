package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.conformance.EventStoreConformance;
import counterfoil.eventstore.conformance.StoreFixture;

class PostgresStoreConformanceTest extends EventStoreConformance {
  @Override
  protected StoreFixture fixture() {
    return clock -> ServerLedgers.openBare(ServerLedgers.newLedger(), clock);
  }
}

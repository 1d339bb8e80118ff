package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.conformance.LedgerConformance;
import counterfoil.eventstore.conformance.LedgerFixture;
import java.time.InstantSource;
import java.util.List;

class PostgresStoreConformanceTest extends LedgerConformance {
  private final ServerLogin login = ServerLedgers.newLedger();

  @Override
  protected LedgerFixture fixture() {
    return new LedgerFixture() {
      @Override
      public LedgerStore open(InstantSource clock, List<ReadModel> models) {
        return ServerLedgers.open(login, clock, models.toArray(ReadModel[]::new));
      }

      @Override
      public LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models) {
        store.close();
        return open(clock, models);
      }
    };
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ServerLogin;
import counterfoil.eventstore.conformance.LedgerConformance;
import counterfoil.eventstore.conformance.LedgerFixture;
import java.time.InstantSource;
import java.util.List;

class PostgresStoreConformanceTest extends LedgerConformance {
  private ServerLogin login = TestServer.nobody();

  @Override
  protected LedgerFixture fixture() {
    return new LedgerFixture() {
      @Override
      public LedgerStore open(InstantSource clock, List<ReadModel> models) {
        login = models.isEmpty() ? ServerLedgers.newLedger() : ServerLedgers.newLedger(models);
        return ServerLedgers.open(login, clock, models);
      }

      @Override
      public LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models) {
        store.close();
        return ServerLedgers.open(login, clock, models);
      }
    };
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Progress;
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
        return PostgresStore.open(login, _ -> models, clock, Progress.NONE);
      }

      @Override
      public LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models) {
        store.close();
        return open(clock, models);
      }
    };
  }
}

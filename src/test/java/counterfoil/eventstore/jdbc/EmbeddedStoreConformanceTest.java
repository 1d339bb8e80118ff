package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.conformance.LedgerConformance;
import counterfoil.eventstore.conformance.LedgerFixture;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreConformanceTest extends LedgerConformance {
  @TempDir Path folder = Path.of("");

  @Override
  protected LedgerFixture fixture() {
    return new LedgerFixture() {
      @Override
      public LedgerStore open(InstantSource clock, List<ReadModel> models) {
        return Ledgers.create(folder, clock, models.toArray(ReadModel[]::new));
      }

      @Override
      public LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models) {
        store.close();
        return Ledgers.open(folder, clock, models.toArray(ReadModel[]::new));
      }
    };
  }
}

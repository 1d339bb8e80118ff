package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.conformance.EventStoreConformance;
import counterfoil.eventstore.conformance.StoreFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreConformanceTest extends EventStoreConformance {
  @TempDir Path folder = Path.of("");

  @Override
  protected StoreFixture fixture() {
    return clock -> Ledgers.create(folder, clock);
  }
}

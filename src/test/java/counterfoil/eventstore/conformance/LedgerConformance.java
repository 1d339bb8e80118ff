package counterfoil.eventstore.conformance;

import org.junit.jupiter.api.Nested;

/** All promises of a store that keeps read models, to be extended once for each such store. */
public abstract class LedgerConformance extends EventStoreConformance {
  @Override
  protected abstract LedgerFixture fixture();

  @Nested
  class ReadModels extends ReadModelsPromise {
    @Override
    protected LedgerFixture fixture() {
      return LedgerConformance.this.fixture();
    }
  }
}

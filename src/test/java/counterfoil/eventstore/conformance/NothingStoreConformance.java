package counterfoil.eventstore.conformance;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.eventstore.jdbc.ReadModel;
import java.time.InstantSource;
import java.util.List;

/** The suite against a store that does nothing; its name keeps it out of the build's own tests. */
class NothingStoreConformance extends LedgerConformance {
  @Override
  protected LedgerFixture fixture() {
    return new LedgerFixture() {
      @Override
      public LedgerStore open(InstantSource clock, List<ReadModel> models) {
        return new NothingStore();
      }

      @Override
      public LedgerStore reopen(EventStore store, InstantSource clock, List<ReadModel> models) {
        return new NothingStore();
      }
    };
  }
}

package counterfoil.eventstore.conformance;

import org.junit.jupiter.api.Nested;

/** All promises that every store makes, to be extended once for each store. */
public abstract class EventStoreConformance {
  protected abstract StoreFixture fixture();

  @Nested
  class Positions extends PositionsPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Versions extends VersionsPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Atomicity extends AtomicityPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Conflicts extends ConflictPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Idempotency extends IdempotencyPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Time extends TimePromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Reading extends ReadingPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Listening extends ListeningPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Closing extends ClosingPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Durability extends DurabilityPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Bytes extends BytesPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }

  @Nested
  class Leaves extends LeavesPromise {
    @Override
    protected StoreFixture fixture() {
      return EventStoreConformance.this.fixture();
    }
  }
}

package counterfoil.eventstore.conformance;

/** The suite against a store that does nothing; its name keeps it out of the build's own tests. */
class NothingStoreConformance extends EventStoreConformance {
  @Override
  protected StoreFixture fixture() {
    return _ -> new NothingStore();
  }
}

package counterfoil.eventstore;

/** The database is being made anew already; nothing was begun a second time. */
public final class RebuildUnderWay extends EventStoreException {
  private static final long serialVersionUID = 1;

  public RebuildUnderWay() {
    super("the database is being made anew already");
  }
}

package counterfoil.eventstore;

/**
 * The server did not answer whether it recorded an append, for instance because it went away in the
 * middle. It may have been, or not: giving the same command id again, or asking {@link
 * EventStore#find}, tells.
 */
public final class OutcomeUnknown extends EventStoreException {
  private static final long serialVersionUID = 1;

  public OutcomeUnknown(Throwable cause) {
    super("the server did not say whether the append was recorded", cause);
  }
}

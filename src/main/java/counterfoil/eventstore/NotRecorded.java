package counterfoil.eventstore;

/**
 * The server could not be reached in time, or had no room or no time for an append. Nothing of it
 * was recorded; it may be submitted again.
 */
public final class NotRecorded extends EventStoreException {
  private static final long serialVersionUID = 1;

  public NotRecorded(String message, Throwable cause) {
    super(message, cause);
  }
}

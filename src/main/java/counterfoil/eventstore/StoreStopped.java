package counterfoil.eventstore;

/**
 * The store is closed or has stopped for good at a fault, such as a disk that is full or did not
 * write. What was acknowledged is safe. Opening the ledger again is the way on.
 */
public final class StoreStopped extends EventStoreException {
  private static final long serialVersionUID = 1;

  public StoreStopped(String message) {
    super(message);
  }

  public StoreStopped(String message, Throwable cause) {
    super(message, cause);
  }
}

package counterfoil.payload;

/** A payload that is not of the shape that its type names. It is never skipped. */
public final class UnknownEvent extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public UnknownEvent(String message) {
    super(message);
  }

  public UnknownEvent(String message, Throwable cause) {
    super(message, cause);
  }
}

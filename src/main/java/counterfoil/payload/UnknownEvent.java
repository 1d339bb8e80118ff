package counterfoil.payload;

/** An entry that this version of the program cannot read. It is never skipped. */
public final class UnknownEvent extends IllegalStateException {
  private static final long serialVersionUID = 1;

  public UnknownEvent(String message) {
    super(message);
  }

  public UnknownEvent(String message, Throwable cause) {
    super(message, cause);
  }
}

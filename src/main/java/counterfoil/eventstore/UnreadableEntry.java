package counterfoil.eventstore;

/**
 * The payload of an entry that stands is not of the shape that its type names: somebody has changed
 * it, or taken it out where no erasure says so.
 */
public final class UnreadableEntry extends IllegalStateException {
  private static final long serialVersionUID = 1;

  private final long position;

  public UnreadableEntry(long position, Throwable cause) {
    super("entry " + position + " does not read as what it says it is", cause);
    this.position = position;
  }

  public long position() {
    return position;
  }
}

package counterfoil.eventstore;

/**
 * An entry that a later version of the program has written: of a form, a kind or a shape that this
 * one does not know. It is never skipped and never guessed at: whatever meets it stops.
 */
public final class LaterVersion extends IllegalStateException {
  private static final long serialVersionUID = 1;

  /**
   * @param what is not known, without anything of the entry's content
   */
  public LaterVersion(String what) {
    super(what);
  }
}

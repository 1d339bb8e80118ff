package counterfoil.evidence;

/** What an entry says of people, keys or approvals cannot be. */
final class Unfit extends Exception {
  private static final long serialVersionUID = 1L;

  Unfit() {
    super("content");
  }
}

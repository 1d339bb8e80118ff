package counterfoil.evidence;

/** Nothing more can be said about a pack than this. */
final class UnreadablePack extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient PackFinding finding;

  UnreadablePack(PackFinding.Kind kind, long position, String what) {
    super(what);
    this.finding = new PackFinding(kind, position, what);
  }

  PackFinding finding() {
    return finding;
  }
}

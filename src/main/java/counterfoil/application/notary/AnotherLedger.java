package counterfoil.application.notary;

/** A witness that has seen one ledger is shown another; what it remembers stays. */
public final class AnotherLedger extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String seen;
  private final String shown;

  /**
   * @param seen the origin of the ledger that the witness knows
   * @param shown the origin of the other
   */
  AnotherLedger(String seen, String shown) {
    super("seen " + seen + ", shown " + shown);
    this.seen = seen;
    this.shown = shown;
  }

  public String seen() {
    return seen;
  }

  public String shown() {
    return shown;
  }
}

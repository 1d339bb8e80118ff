package counterfoil.desktop.counter;

/** What is looked up while its number is typed. */
public final class Lookups {
  private final PayeeLookup payee;
  private final PayeeLookup into;
  private final Holders holders;

  /**
   * @param payee of a transfer
   * @param into of what is left at a closing
   * @param holders of a new account
   */
  Lookups(PayeeLookup payee, PayeeLookup into, Holders holders) {
    this.payee = payee;
    this.into = into;
    this.holders = holders;
  }

  PayeeLookup payee() {
    return payee;
  }

  PayeeLookup into() {
    return into;
  }

  Holders holders() {
    return holders;
  }

  SlipReader.LookedUp now() {
    return new SlipReader.LookedUp(
        payee.stateProperty().get(), into.stateProperty().get(), holders.foundProperty().get());
  }

  void whenAnswered(Runnable listener) {
    payee.stateProperty().subscribe(listener);
    into.stateProperty().subscribe(listener);
    holders.foundProperty().subscribe(listener);
  }

  void refresh() {
    payee.refresh();
    into.refresh();
  }
}

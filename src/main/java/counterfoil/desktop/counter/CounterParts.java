package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Desk;
import org.joda.money.CurrencyUnit;

/** What the counter's form is made with. */
record CounterParts(Desk desk, CurrencyUnit currency, Checkout checkout) {
  boolean staffed() {
    return desk.staffed();
  }
}

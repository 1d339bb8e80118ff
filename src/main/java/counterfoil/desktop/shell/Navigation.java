package counterfoil.desktop.shell;

import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerNumber;

/** How a screen leads to another. */
public interface Navigation {
  /**
   * Brings a screen to the front.
   *
   * @throws IllegalArgumentException if there is none of that id
   */
  void show(String screenId);

  /** Shows an account on the screen that serves it. */
  void openAccount(AccountNumber number);

  /** Shows a customer on the screen that keeps them. */
  void openCustomer(CustomerNumber number);

  /** Whether there is a screen of that id for the person at this desk. */
  boolean has(String screenId);

  /** Shows an entry on the screen that looks back. */
  void openEntry(long position);

  /** Makes the proof of an entry on the screen that proves. */
  void prove(long position);
}

package counterfoil.projection;

/**
 * Which accounts, in which order.
 *
 * @param text part of a number or of a holder's name, in any case; empty for all
 */
public record AccountSelection(String text, Order order, boolean descending) {
  public enum Order {
    NUMBER,
    HOLDER,
    PRODUCT,
    LEDGER,
    AVAILABLE,
    OPENED_ON,
    STATUS,
    LAST_POSTED
  }

  public static final AccountSelection ALL = new AccountSelection("", Order.NUMBER, false);

  public AccountSelection withText(String newText) {
    return new AccountSelection(newText, order, descending);
  }
}

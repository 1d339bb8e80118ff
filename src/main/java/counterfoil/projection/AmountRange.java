package counterfoil.projection;

import java.util.Optional;
import org.joda.money.Money;

/**
 * From one amount to another, both included, whether it was added or taken away.
 *
 * @param least zero or more; nothing for no lower end
 * @param most zero or more; nothing for no upper end
 */
public record AmountRange(Optional<Money> least, Optional<Money> most) {
  /** Any amount, and none. */
  public static final AmountRange ANY = new AmountRange(Optional.empty(), Optional.empty());

  /**
   * @throws IllegalArgumentException if an end is negative
   */
  public AmountRange {
    if (least.filter(Money::isNegative).isPresent() || most.filter(Money::isNegative).isPresent()) {
      throw new IllegalArgumentException("a range of amounts begins at zero");
    }
  }

  /** Whether it lets everything through, also what moved no money. */
  public boolean any() {
    return least.isEmpty() && most.isEmpty();
  }

  /**
   * Whether an amount in minor units, of either sign, is in it. The ends are of the ledger's
   * currency.
   */
  boolean holds(long minor) {
    long size = Math.abs(minor);
    return size >= least.map(Money::getAmountMinorLong).orElse(0L)
        && size <= most.map(Money::getAmountMinorLong).orElse(Long.MAX_VALUE);
  }
}

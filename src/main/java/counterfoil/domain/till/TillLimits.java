package counterfoil.domain.till;

import counterfoil.domain.cash.Cash;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How much cash a till may hold. The vault has no such limit.
 *
 * @param soft above it the teller is told to sell to the vault
 * @param hard a cash-in that would take the drawer above it is refused
 */
public record TillLimits(Optional<Money> soft, Optional<Money> hard) {
  public static final TillLimits NONE = new TillLimits(Optional.empty(), Optional.empty());

  /** By how much {@code drawer} is above the soft limit; nothing where it is not. */
  public Optional<Money> aboveSoft(Cash drawer) {
    return excess(soft, drawer);
  }

  /** By how much {@code drawer} is above the hard limit; nothing where it is not. */
  public Optional<Money> aboveHard(Cash drawer) {
    return excess(hard, drawer);
  }

  private static Optional<Money> excess(Optional<Money> limit, Cash drawer) {
    return limit
        .filter(most -> most.getCurrencyUnit().equals(drawer.currency()))
        .map(most -> drawer.total().minus(most))
        .filter(Money::isPositive);
  }
}

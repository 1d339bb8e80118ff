package counterfoil.domain.till;

import counterfoil.domain.Refusal;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillRefusal.TillAboveLimit;
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

  /** Why {@code till} may not come to hold {@code drawer} by taking cash in. */
  Optional<Refusal> refuseAboveHard(TillId till, Cash drawer) {
    return till.isVault() || aboveHard(drawer).isEmpty()
        ? Optional.empty()
        : hard.map(limit -> new TillAboveLimit(till, drawer.total(), limit));
  }

  private static Optional<Money> excess(Optional<Money> limit, Cash drawer) {
    return limit
        .filter(most -> most.getCurrencyUnit().equals(drawer.currency()))
        .map(most -> drawer.total().minus(most))
        .filter(Money::isPositive);
  }
}

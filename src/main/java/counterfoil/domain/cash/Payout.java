package counterfoil.domain.cash;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/** Which notes and coins to hand over, or to take as handed over. */
public final class Payout {
  private Payout() {}

  /**
   * The fewest pieces of {@code drawer} that make exactly {@code amount}: always found where there
   * are any. Nothing where there are none, and for an amount below zero or of another currency.
   */
  public static Optional<Cash> propose(Cash drawer, Money amount) {
    return amount.getCurrencyUnit().equals(drawer.currency())
        ? exactly(drawer.pieces(), amount)
        : Optional.empty();
  }

  /**
   * The fewest pieces of the currency that make exactly {@code amount}, whoever has them: for cash
   * that nobody told the pieces of. Nothing where no pieces make it.
   */
  public static Optional<Cash> fewestPieces(Denominations denominations, Money amount) {
    SortedMap<Long, Integer> endless = new TreeMap<>();
    denominations.faces().forEach(face -> endless.put(face, Cash.MAX_PIECES));
    return amount.getCurrencyUnit().equals(denominations.currency())
        ? exactly(endless, amount)
        : Optional.empty();
  }

  /**
   * What to give back to somebody who handed over {@code received} for {@code amount}: the fewest
   * pieces of the drawer, in which what was received lies already. Nothing where the drawer cannot
   * make the change, and where less was received than is due.
   */
  public static Optional<Cash> change(Cash received, Money amount, Cash drawer) {
    return amount.getCurrencyUnit().equals(received.currency())
            && drawer.refusePlus(received).isEmpty()
        ? propose(drawer.plus(received), received.total().minus(amount))
        : Optional.empty();
  }

  private static Optional<Cash> exactly(SortedMap<Long, Integer> available, Money amount) {
    return amount.isNegative()
        ? Optional.empty()
        : new ExactSum(available)
            .fewest(amount.getAmountMinorLong())
            .map(pieces -> new Cash(amount.getCurrencyUnit(), pieces));
  }
}

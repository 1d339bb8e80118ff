package counterfoil.report;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Pieces of one denomination. */
public record CashLine(Money value, int pieces) {
  /**
   * @throws IllegalArgumentException unless {@code value} is positive and {@code pieces} is not
   *     negative
   */
  public CashLine {
    if (!value.isPositive() || pieces < 0) {
      throw new IllegalArgumentException("not a count of cash: " + pieces + " of " + value);
    }
  }

  public Money total() {
    return value.multipliedBy(pieces);
  }

  static Money total(List<CashLine> lines, CurrencyUnit currency) {
    return Money.total(currency, lines.stream().map(CashLine::total).toList());
  }
}

package counterfoil.domain.branch;

import counterfoil.domain.cash.Denominations;
import java.util.EnumMap;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The limits that a branch begins with, until its administrator sets others: without any, nobody
 * would ever be asked to approve. Wide enough for an ordinary day at a counter.
 */
public final class FirstLimits {
  private static final Map<LimitName, Integer> UNITS =
      Map.ofEntries(
          Map.entry(LimitName.APPROVAL_CASH_IN, 10_000),
          Map.entry(LimitName.APPROVAL_CASH_OUT, 10_000),
          Map.entry(LimitName.APPROVAL_TRANSFER, 20_000),
          Map.entry(LimitName.APPROVAL_CHEQUE, 10_000),
          Map.entry(LimitName.APPROVAL_FEE, 100),
          Map.entry(LimitName.SUPERVISOR_CASH_IN, 200_000),
          Map.entry(LimitName.SUPERVISOR_CASH_OUT, 200_000),
          Map.entry(LimitName.SUPERVISOR_TRANSFER, 500_000),
          Map.entry(LimitName.SUPERVISOR_CHEQUE, 200_000),
          Map.entry(LimitName.SUPERVISOR_FEE, 1_000),
          Map.entry(LimitName.TILL_SOFT, 50_000),
          Map.entry(LimitName.TILL_HARD, 100_000),
          Map.entry(LimitName.OVER_SHORT_SECOND_PERSON, 100),
          Map.entry(LimitName.REPORT_CASH_THRESHOLD, 10_000));

  private FirstLimits() {}

  /** Every limit, in the measure of the currency: 10,000 euros, 1,000,000 yen. */
  public static Map<LimitName, Money> of(CurrencyUnit currency) {
    Map<LimitName, Money> limits = new EnumMap<>(LimitName.class);
    long measure = measure(currency);
    UNITS.forEach((name, units) -> limits.put(name, Money.ofMajor(currency, units * measure)));
    return limits;
  }

  /**
   * The face in the middle of the currency's notes and coins, rounded down to a power of ten, and
   * one at least: what a single euro, a hundred yen, ten thousand dong are at a counter.
   */
  private static long measure(CurrencyUnit currency) {
    var faces = Denominations.builtIn(currency).values();
    long middle = faces.get(faces.size() / 2).getAmountMajorLong();
    long measure = 1;
    while (measure * 10 <= middle) {
      measure *= 10;
    }
    return measure;
  }
}

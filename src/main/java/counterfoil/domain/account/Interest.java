package counterfoil.domain.account;

import counterfoil.domain.account.AccountEvent.InterestPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Simple interest on daily balances, computed exactly and rounded once, half to even, to the
 * currency's decimals. A day on which the account owes money earns nothing.
 */
public final class Interest {
  /** Of every year, leap years too. */
  public static final int DAYS_IN_YEAR = 365;

  private Interest() {}

  /**
   * A balance from the end of a day on, until the next step.
   *
   * @param date whose end it is
   */
  public record Step(LocalDate date, Money balance) {}

  /**
   * What the balances at the end of so many days earn.
   *
   * @param annualRate in percent, zero or more
   * @throws IllegalArgumentException if the rate is below zero
   */
  public static Money simple(
      List<Money> dailyBalances, CurrencyUnit currency, BigDecimal annualRate) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Money balance : dailyBalances) {
      sum = sum.add(earning(balance));
    }
    return of(sum, currency, annualRate);
  }

  /**
   * What is earned in a period, its first and last day included. Before the first step the account
   * is empty.
   *
   * @param steps each after the one before it; they may begin before the period and go on after it
   * @param annualRate in percent, zero or more
   * @throws IllegalArgumentException if the rate is below zero, or the steps are not in order
   */
  public static Money simple(
      InterestPeriod period, List<Step> steps, CurrencyUnit currency, BigDecimal annualRate) {
    LocalDate end = period.to().plusDays(1);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < steps.size(); i++) {
      LocalDate from = steps.get(i).date();
      LocalDate until = i + 1 < steps.size() ? steps.get(i + 1).date() : LocalDate.MAX;
      if (!from.isBefore(until)) {
        throw new IllegalArgumentException("the step of " + until + " is not after " + from);
      }
      long days = ChronoUnit.DAYS.between(later(from, period.from()), earlier(until, end));
      if (days > 0) {
        sum = sum.add(earning(steps.get(i).balance()).multiply(BigDecimal.valueOf(days)));
      }
    }
    return of(sum, currency, annualRate);
  }

  private static BigDecimal earning(Money balance) {
    return balance.getAmount().max(BigDecimal.ZERO);
  }

  private static Money of(BigDecimal balanceDays, CurrencyUnit currency, BigDecimal annualRate) {
    if (annualRate.signum() < 0) {
      throw new IllegalArgumentException("a rate below zero");
    }
    BigDecimal whole = BigDecimal.valueOf(100L * DAYS_IN_YEAR);
    return Money.of(
        currency,
        balanceDays
            .multiply(annualRate)
            .divide(whole, currency.getDecimalPlaces(), RoundingMode.HALF_EVEN));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}

package counterfoil.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.Interest.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class InterestTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final InterestPeriod QUARTER = new InterestPeriod(JULY, LocalDate.of(2026, 9, 30));

  @Test
  void a_whole_year_earns_the_annual_rate() {
    List<Money> year = Collections.nCopies(365, euros("1000.00"));
    assertEquals(euros("25.00"), Interest.simple(year, EUR, rate("2.5")));
    InterestPeriod period = new InterestPeriod(JULY, JULY.plusDays(364));
    assertEquals(
        euros("25.00"), Interest.simple(period, List.of(step(JULY, "1000.00")), EUR, rate("2.5")));
  }

  @Test
  void it_is_rounded_once_half_to_even() {
    // 182.50 at 1 percent earns exactly half a cent a day.
    assertEquals(euros("0.00"), Interest.simple(days(1, "182.50"), EUR, rate("1")));
    assertEquals(euros("0.02"), Interest.simple(days(3, "182.50"), EUR, rate("1")));
    assertEquals(euros("0.02"), Interest.simple(days(4, "182.50"), EUR, rate("1")));
    assertEquals(euros("0.03"), Interest.simple(days(5, "182.60"), EUR, rate("1")));
  }

  @Test
  void a_day_in_debt_earns_nothing_and_takes_nothing() {
    List<Money> days = List.of(euros("3650.00"), euros("-3650.00"), euros("3650.00"));
    assertEquals(euros("2.00"), Interest.simple(days, EUR, rate("10")));
  }

  @Test
  void the_first_and_the_last_day_of_a_period_count() {
    InterestPeriod oneDay = new InterestPeriod(JULY, JULY);
    assertEquals(
        euros("1.00"), Interest.simple(oneDay, List.of(step(JULY, "3650.00")), EUR, rate("10")));
  }

  @Test
  void what_was_before_the_period_counts_from_its_first_day_and_what_comes_after_it_not_at_all() {
    List<Step> steps =
        List.of(
            step(JULY.minusYears(3), "5.00"),
            step(JULY.minusDays(1), "3650.00"),
            step(JULY.plusDays(91), "7300.00"),
            step(JULY.plusDays(92), "9999999.00"));
    assertEquals(euros("93.00"), Interest.simple(QUARTER, steps, EUR, rate("10")));
  }

  @Test
  void an_account_without_steps_and_a_rate_of_nothing_earn_nothing() {
    assertEquals(euros("0.00"), Interest.simple(QUARTER, List.of(), EUR, rate("10")));
    assertEquals(
        euros("0.00"), Interest.simple(QUARTER, List.of(step(JULY, "9.00")), EUR, rate("0")));
  }

  @Test
  void a_currency_without_decimals_is_rounded_to_whole_units() {
    assertEquals(
        Money.parse("JPY 27"),
        Interest.simple(List.of(Money.parse("JPY 100000")), CurrencyUnit.JPY, rate("10")));
  }

  @Test
  void a_rate_below_zero_and_steps_out_of_order_are_mistakes_of_the_caller() {
    assertThrows(
        IllegalArgumentException.class, () -> Interest.simple(List.of(), EUR, rate("-0.1")));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Interest.simple(
                QUARTER, List.of(step(JULY, "1.00"), step(JULY, "2.00")), EUR, rate("1")));
  }

  @Test
  void steps_and_daily_balances_come_to_the_same() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      List<Step> steps = new ArrayList<>();
      LocalDate date = JULY.minusDays(random.nextInt(60));
      while (date.isBefore(QUARTER.to().plusDays(20))) {
        steps.add(new Step(date, Money.ofMinor(EUR, random.nextInt(2_000_000) - 400_000)));
        date = date.plusDays(1 + random.nextInt(20));
      }
      BigDecimal rate = BigDecimal.valueOf(random.nextInt(1500), 2);
      assertEquals(
          Interest.simple(daily(steps), EUR, rate),
          Interest.simple(QUARTER, steps, EUR, rate),
          "seed " + seed);
    }
  }

  private static List<Money> daily(List<Step> steps) {
    List<Money> balances = new ArrayList<>();
    for (LocalDate day = QUARTER.from(); !day.isAfter(QUARTER.to()); day = day.plusDays(1)) {
      LocalDate that = day;
      balances.add(
          steps.stream()
              .filter(step -> !step.date().isAfter(that))
              .reduce((_, later) -> later)
              .map(Step::balance)
              .orElse(Money.zero(EUR)));
    }
    return balances;
  }

  private static List<Money> days(int count, String balance) {
    return Collections.nCopies(count, euros(balance));
  }

  private static Step step(LocalDate date, String balance) {
    return new Step(date, euros(balance));
  }

  private static BigDecimal rate(String percent) {
    return new BigDecimal(percent);
  }

  private static Money euros(String amount) {
    return Money.of(EUR, new BigDecimal(amount));
  }
}

package counterfoil.domain.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.domain.Decision;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class FirstLimitsTest {
  @Test
  void every_limit_is_set_from_the_first_day() {
    assertEquals(Set.of(LimitName.values()), FirstLimits.of(CurrencyUnit.EUR).keySet());
  }

  @Test
  void they_have_the_measure_of_the_currency() {
    assertEquals("EUR 10000.00", cash("EUR"));
    assertEquals("USD 10000.00", cash("USD"));
    assertEquals("CHF 10000.00", cash("CHF"));
    assertEquals("CNY 10000.00", cash("CNY"));
    assertEquals("KWD 10000.000", cash("KWD"));
    assertEquals("INR 100000.00", cash("INR"));
    assertEquals("JPY 1000000", cash("JPY"));
    assertEquals("VND 100000000", cash("VND"));
  }

  private static String cash(String currency) {
    return String.valueOf(
        FirstLimits.of(CurrencyUnit.of(currency)).get(LimitName.APPROVAL_CASH_OUT));
  }

  /** One after the other, by the rules for everybody: none is refused, in any currency. */
  @Test
  void an_administrator_could_have_set_them() {
    for (CurrencyUnit currency : CurrencyUnit.registeredCurrencies()) {
      if (currency.isPseudoCurrency()) {
        continue;
      }
      for (var limit : FirstLimits.of(currency).entrySet()) {
        Optional<Money> amount = Optional.of(limit.getValue());
        assertInstanceOf(
            Decision.Accepted.class,
            SettingsDecider.decide(
                Settings.NONE,
                new SetLimit(limit.getKey().code(), amount.map(Money::toBigMoney)),
                currency),
            limit::toString);
      }
    }
  }
}

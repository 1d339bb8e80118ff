package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.desktop.kit.AmountText.Amount;
import counterfoil.desktop.kit.AmountText.NotAnAmount;
import java.util.Locale;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTextTest {
  private static AmountText parse(String typed) {
    return AmountText.parse(typed, Locale.ENGLISH, CurrencyUnit.EUR);
  }

  private static String complaint(String typed) {
    return assertInstanceOf(NotAnAmount.class, parse(typed), typed).message().key();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1250       | 1250
          1,250.00   | 1250.00
          1,234,567  | 1234567
          0.5        | 0.5
          -20        | -20
          \u221220   | -20
          007        | 7
          12.345     | 12.345
          """)
  void plain_and_well_grouped_digits_are_an_amount(String typed, String amount) {
    assertEquals(new Amount(BigMoney.parse("EUR " + amount)), parse(typed));
  }

  @Test
  void space_around_an_amount_does_not_matter() {
    assertEquals(new Amount(BigMoney.parse("EUR 12.50")), parse("  12.50\t"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,5", "12,50", "1,25,000", ",500", "1,250,", "1,2500", "1.250,00"})
  void grouping_that_could_mean_two_things_is_called_unclear(String typed) {
    assertEquals("kit.amount.unclear", complaint(typed));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uff11\uff12", "\u0661\u0662", "1\uff12.50"})
  void digits_of_another_kind_are_named_as_such(String typed) {
    assertEquals("kit.amount.other-digits", complaint(typed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "NaN",
        "Infinity",
        "abc",
        "1 250",
        "1.2.3",
        "--1",
        "+5",
        ".",
        "-",
        "5-",
        ".5",
        "5.",
        "0x10",
        "12 EUR"
      })
  void anything_else_is_not_an_amount(String typed) {
    assertEquals("kit.amount.not-a-number", complaint(typed));
  }

  @Test
  void nothing_typed_asks_for_an_amount() {
    assertEquals("kit.amount.missing", complaint("  "));
  }

  @Test
  void ten_thousand_digits_are_not_looked_at() {
    assertEquals("kit.amount.too-long", complaint("9".repeat(10_000)));
  }

  @Test
  void a_complaint_repeats_what_was_typed_on_one_line() {
    var refused = assertInstanceOf(NotAnAmount.class, parse("12\nx"));
    assertEquals(Message.of("kit.amount.not-a-number", "12 x"), refused.message());
  }
}

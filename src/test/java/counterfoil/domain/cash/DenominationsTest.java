package counterfoil.domain.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.cash.CashRefusal.UnknownDenomination;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DenominationsTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  @Test
  void euros_have_seven_notes_and_eight_coins() {
    assertEquals(
        List.of(
            "500", "200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10", "0.05",
            "0.02", "0.01"),
        Denominations.builtIn(EUR).labels());
  }

  @Test
  void every_currency_there_is_has_a_table() {
    CurrencyUnit.registeredCurrencies().stream()
        .filter(currency -> !currency.isPseudoCurrency())
        .forEach(currency -> assertFalse(Denominations.builtIn(currency).faces().isEmpty()));
  }

  @Test
  void the_currencies_of_many_branches_have_tables_of_their_own() {
    long own =
        Stream.of(
                "EUR", "USD", "GBP", "KES", "UGX", "TZS", "INR", "CNY", "JPY", "CHF", "ZAR", "NGN",
                "GHS", "CZK", "MXN", "BRL", "RWF", "ETB", "ZMW", "MWK", "XOF", "XAF", "PHP", "IDR",
                "VND", "KHR", "BDT", "NPR", "LKR", "PKR", "PEN", "COP", "BOB", "GTQ", "HNL", "PLN",
                "HUF", "RON", "UAH", "TRY", "EGP", "MAD", "CAD", "AUD", "NZD", "SEK")
            .map(CurrencyUnit::of)
            .filter(currency ->
                !Denominations.builtIn(currency).labels().contains("0.01")
                    || Stream.of("EUR", "USD", "GBP", "PLN", "RON", "TRY", "PHP")
                        .anyMatch(currency.getCode()::equals))
            .count();
    assertEquals(46, own);
  }

  @Test
  void a_currency_without_a_table_of_its_own_is_counted_in_the_usual_steps() {
    assertEquals(
        List.of(
            "1000", "500", "200", "100", "50", "20", "10", "5", "2", "1", "0.50", "0.20", "0.10",
            "0.05", "0.02", "0.01"),
        Denominations.builtIn(CurrencyUnit.of("ANG")).labels());
    assertNotEquals(
        Optional.empty(),
        Payout.fewestPieces(
            Denominations.builtIn(CurrencyUnit.of("KWD")), Money.parse("KWD 123.456")));
  }

  @Test
  void a_branch_can_write_a_table_of_its_own_in_any_order() {
    assertEquals(
        List.of("50", "20", "0.50"),
        Denominations.parse(EUR, List.of("0.5", "50", "20")).orElseThrow().labels());
  }

  @Test
  void no_table_is_made_of_nothing_twice_the_same_or_what_is_no_face_value() {
    for (List<String> faces :
        List.of(
            List.<String>of(),
            List.of("5", "5.00"),
            List.of("0"),
            List.of("-5"),
            List.of("0.001"),
            List.of("7"),
            List.of("1.23"),
            List.of("100000001"),
            List.of("fifty"),
            List.of("99999999999999999999"))) {
      assertEquals(Optional.empty(), Denominations.parse(EUR, faces), faces.toString());
    }
    List<String> many =
        Stream.iterate(1L, step -> step * 10)
            .limit(5)
            .flatMap(step -> Stream.of(step, 2 * step, 5 * step, 25 * step, 75 * step))
            .map(String::valueOf)
            .toList();
    assertEquals(Optional.empty(), Denominations.parse(EUR, many));
    assertTrue(Denominations.parse(EUR, many.subList(0, 24)).isPresent());
    assertThrows(IllegalArgumentException.class, () -> new Denominations(EUR, List.of()));
  }

  @Test
  void a_note_that_was_withdrawn_is_refused_unless_the_drawer_holds_it_still() {
    Denominations today = Denominations.parse(EUR, List.of("200", "100", "50")).orElseThrow();
    Cash withdrawn = Cash.ofWritten(EUR, Map.of("500", 1));
    assertEquals(Optional.of(new UnknownDenomination("500", "EUR")), today.refuse(withdrawn));
    assertEquals(Optional.empty(), today.refuse(withdrawn, withdrawn));
  }
}

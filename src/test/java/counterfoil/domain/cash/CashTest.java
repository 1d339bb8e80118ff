package counterfoil.domain.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.CashRefusal.DrawerLacks;
import counterfoil.domain.cash.CashRefusal.NegativePieces;
import counterfoil.domain.cash.CashRefusal.TooManyPieces;
import counterfoil.domain.cash.CashRefusal.UnknownDenomination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CashTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;
  private static final Denominations EUROS = Denominations.builtIn(EUR);

  private static Cash euros(Map<String, Integer> pieces) {
    return Cash.ofWritten(EUR, pieces);
  }

  private static Refusal refusalOf(Map<String, Long> told) {
    return assertInstanceOf(CashReading.Refused.class, Cash.read(EUROS, told)).refusal();
  }

  @Test
  void cash_is_worth_the_sum_of_its_pieces() {
    Cash cash = euros(Map.of("50", 2, "0.50", 7));
    assertEquals(Money.parse("EUR 103.50"), cash.total());
    assertEquals(9, cash.count());
    assertEquals(7, cash.pieces(Money.parse("EUR 0.50")));
    assertEquals(0, cash.pieces(Money.parse("EUR 20.00")));
    assertEquals(0, cash.pieces(Money.parse("USD 50.00")));
  }

  @Test
  void it_is_written_with_the_highest_face_first_and_read_again() {
    Cash cash = euros(Map.of("0.50", 7, "50", 2, "5", 1));
    assertEquals(List.of("50", "5", "0.50"), List.copyOf(cash.written().keySet()));
    assertEquals(cash, Cash.ofWritten(EUR, cash.written()));
    assertEquals("2 x 50 + 1 x 5 + 7 x 0.50", cash.toString());
    assertEquals("-", Cash.none(EUR).toString());
  }

  @Test
  void cash_put_together_and_taken_apart_is_what_it_was() {
    Cash drawer = euros(Map.of("50", 2, "20", 1));
    Cash payment = euros(Map.of("20", 4, "1", 3));
    Cash both = drawer.plus(payment);
    assertEquals(euros(Map.of("50", 2, "20", 5, "1", 3)), both);
    assertEquals(drawer, both.minus(payment));
    assertTrue(both.contains(drawer));
    assertFalse(drawer.contains(payment));
    assertTrue(both.minus(both).isEmpty());
  }

  @Test
  void what_a_drawer_lacks_is_named_by_its_pieces() {
    Cash drawer = euros(Map.of("50", 2, "20", 1));
    assertEquals(
        Optional.of(new DrawerLacks(euros(Map.of("50", 1, "5", 2)))),
        drawer.refuseMinus(euros(Map.of("50", 3, "20", 1, "5", 2))));
    assertThrows(IllegalArgumentException.class, () -> drawer.minus(euros(Map.of("50", 3))));
  }

  @Test
  void currencies_do_not_mix() {
    Cash dollars = Cash.of(Money.parse("USD 20.00"), 1);
    Cash drawer = euros(Map.of("20", 1));
    Optional<Refusal> refusal = Optional.of(new OtherCurrency("USD", "EUR"));
    assertEquals(refusal, drawer.refusePlus(dollars));
    assertEquals(refusal, drawer.refuseMinus(dollars));
    assertEquals(refusal, EUROS.refuse(dollars));
    assertFalse(drawer.contains(dollars));
    assertThrows(IllegalArgumentException.class, () -> drawer.plus(dollars));
  }

  @Test
  void told_cash_is_read_in_any_spelling_of_its_faces() {
    Map<String, Long> told = new LinkedHashMap<>(Map.of("0.5", 7L, "50.00", 2L, "10", 0L));
    assertEquals(new CashReading.Told(euros(Map.of("0.50", 7, "50", 2))), Cash.read(EUROS, told));
  }

  @Test
  void a_count_of_minus_one_is_refused() {
    assertEquals(new NegativePieces("20", -1), refusalOf(Map.of("20", -1L)));
  }

  @Test
  void a_denomination_that_the_currency_does_not_have_is_refused() {
    for (String face : List.of("30", "0.03", "0.001", "-5", "", "five", "1e2", "9".repeat(30))) {
      assertEquals(new UnknownDenomination(face, "EUR"), refusalOf(Map.of(face, 1L)));
    }
  }

  @Test
  void one_face_told_in_two_spellings_is_refused() {
    Map<String, Long> told = new TreeMap<>(Map.of("0.5", 1L, "0.50", 1L));
    assertEquals(new UnknownDenomination("0.50", "EUR"), refusalOf(told));
  }

  @Test
  void more_pieces_than_a_drawer_can_hold_are_refused() {
    assertEquals(
        new TooManyPieces("0.01", 10_000_001, Cash.MAX_PIECES),
        refusalOf(Map.of("0.01", 10_000_001L)));
    Cash full = euros(Map.of("0.01", Cash.MAX_PIECES));
    assertEquals(
        Optional.of(new TooManyPieces("0.01", Cash.MAX_PIECES + 1L, Cash.MAX_PIECES)),
        full.refusePlus(euros(Map.of("0.01", 1))));
    assertThrows(IllegalArgumentException.class, () -> full.plus(euros(Map.of("0.01", 1))));
  }

  @Test
  void more_cash_than_the_largest_amount_is_refused() {
    CurrencyUnit rupiah = CurrencyUnit.of("IDR");
    Denominations notes = Denominations.parse(rupiah, List.of("100000", "50000")).orElseThrow();
    Map<String, Long> most = Map.of("100000", 10_000_000L);
    assertInstanceOf(
        AmountTooLarge.class,
        assertInstanceOf(
                CashReading.Refused.class,
                Cash.read(
                    Denominations.parse(rupiah, List.of("1000000")).orElseThrow(),
                    Map.of("1000000", 10_000_000L)))
            .refusal());
    assertInstanceOf(CashReading.Told.class, Cash.read(notes, most));
  }

  @Test
  void what_no_drawer_can_hold_is_no_cash() {
    for (var piles :
        List.of(Map.of(0L, 1), Map.of(-500L, 1), Map.of(500L, -1), Map.of(1L, 10_000_001))) {
      assertThrows(IllegalArgumentException.class, () -> new Cash(EUR, new TreeMap<>(piles)));
    }
    for (var written :
        List.of(Map.of("5", 0), Map.of("5", -1), Map.of("x", 1), Map.of("0.001", 1))) {
      assertThrows(IllegalArgumentException.class, () -> euros(written));
    }
  }
}

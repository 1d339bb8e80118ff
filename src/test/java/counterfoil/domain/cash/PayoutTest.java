package counterfoil.domain.cash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** The fewest pieces that make a sum exactly, or the truth that there are none. */
class PayoutTest {
  private static final CurrencyUnit EUR = CurrencyUnit.EUR;

  private static Cash cash(Map<String, Integer> pieces) {
    return Cash.ofWritten(EUR, pieces);
  }

  private static Money euros(String amount) {
    return Money.parse("EUR " + amount);
  }

  @Test
  void a_payout_takes_the_highest_notes_that_the_drawer_has() {
    Cash drawer = cash(Map.of("100", 1, "50", 10, "20", 10, "5", 4));
    assertEquals(
        Optional.of(cash(Map.of("100", 1, "50", 2, "20", 1, "5", 1))),
        Payout.propose(drawer, euros("225.00")));
  }

  @Test
  void thirty_five_cannot_be_paid_out_of_twenties() {
    assertEquals(Optional.empty(), Payout.propose(cash(Map.of("20", 50)), euros("35.00")));
  }

  @Test
  void a_note_is_left_lying_where_taking_it_would_spoil_the_sum() {
    assertEquals(
        Optional.of(cash(Map.of("20", 3))),
        Payout.propose(cash(Map.of("50", 1, "20", 3)), euros("60.00")));
  }

  @Test
  void of_two_ways_the_one_with_fewer_pieces_is_taken() {
    assertEquals(
        Optional.of(cash(Map.of("20", 2))),
        Payout.propose(cash(Map.of("25", 1, "20", 2, "5", 3)), euros("40.00")));
  }

  @Test
  void nothing_is_paid_with_nothing() {
    assertEquals(Optional.of(Cash.none(EUR)), Payout.propose(Cash.none(EUR), euros("0.00")));
    assertEquals(Optional.empty(), Payout.propose(Cash.none(EUR), euros("0.01")));
  }

  @Test
  void more_than_the_drawer_holds_or_less_than_nothing_is_no_payout() {
    Cash drawer = cash(Map.of("10", 3));
    assertEquals(Optional.empty(), Payout.propose(drawer, euros("40.00")));
    assertEquals(Optional.empty(), Payout.propose(drawer, euros("-10.00")));
  }

  @Test
  void another_currency_is_no_payout() {
    assertEquals(Optional.empty(), Payout.propose(cash(Map.of("10", 3)), Money.parse("USD 10.00")));
  }

  @Test
  void cash_that_was_not_told_is_the_fewest_pieces_of_the_currency() {
    assertEquals(
        Optional.of(cash(Map.of("200", 1, "50", 1, "0.20", 2, "0.02", 1))),
        Payout.fewestPieces(Denominations.builtIn(EUR), euros("250.42")));
  }

  @Test
  void below_the_smallest_coin_there_is_no_cash() {
    CurrencyUnit swiss = CurrencyUnit.CHF;
    assertEquals(
        Optional.empty(),
        Payout.fewestPieces(Denominations.builtIn(swiss), Money.parse("CHF 10.02")));
  }

  @Test
  void change_may_be_given_from_what_was_just_received() {
    assertEquals(
        Optional.of(cash(Map.of("20", 1))),
        Payout.change(cash(Map.of("100", 1, "20", 1)), euros("100.00"), Cash.none(EUR)));
  }

  @Test
  void where_less_is_received_than_is_due_there_is_no_change() {
    assertEquals(
        Optional.empty(),
        Payout.change(cash(Map.of("20", 1)), euros("30.00"), cash(Map.of("10", 9))));
  }

  @Test
  void a_full_vault_pays_a_sum_of_millions_exactly() {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    Denominations.builtIn(EUR).faces().forEach(face -> piles.put(face, 5_000));
    Money sum = euros("3123456.79");
    Cash paid = Payout.propose(new Cash(EUR, piles), sum).orElseThrow();
    assertEquals(sum, paid.total());
    assertTrue(new Cash(EUR, piles).contains(paid));
  }

  /** Compared with counting out every sum there is, piece by piece. */
  @Test
  void it_finds_the_fewest_pieces_whenever_there_are_any() {
    long seed = System.nanoTime();
    for (int run = 0; run < 700; run++) {
      SortedMap<Long, Integer> pieces = randomPieces(new Random(seed + run));
      Cash drawer = new Cash(EUR, pieces);
      int[] fewest = countedOut(pieces);
      for (int sum = 0; sum < fewest.length; sum++) {
        assertFewest(fewest[sum], drawer, Money.ofMinor(EUR, sum), "seed " + (seed + run));
      }
    }
  }

  private static void assertFewest(int fewest, Cash drawer, Money sum, String told) {
    Optional<Cash> found = Payout.propose(drawer, sum);
    String where = told + ": " + sum + " of " + drawer + ", found " + found;
    assertEquals(fewest < Integer.MAX_VALUE, found.isPresent(), where);
    found.ifPresent(payout -> {
      assertEquals(fewest, payout.count(), where);
      assertEquals(sum, payout.total(), where);
      assertTrue(drawer.contains(payout), where);
    });
  }

  private static SortedMap<Long, Integer> randomPieces(Random random) {
    long[] usual = {1, 2, 3, 4, 5, 7, 9, 10, 15, 20, 25, 30, 40, 50, 75, 99, 100, 200, 250};
    SortedMap<Long, Integer> pieces = new TreeMap<>();
    int unit = 1 + random.nextInt(3);
    int kinds = 1 + random.nextInt(6);
    int most = 1 + random.nextInt(12);
    for (int i = 0; i < kinds; i++) {
      long face = random.nextBoolean() ? usual[random.nextInt(usual.length)] : number(random, 98);
      pieces.put(unit * face, random.nextInt(most + 1));
    }
    return pieces;
  }

  private static long number(Random random, int most) {
    return 1L + random.nextInt(most);
  }

  /**
   * For each sum up to all there is, and some beyond, the fewest pieces; none is the largest int.
   */
  private static int[] countedOut(SortedMap<Long, Integer> pieces) {
    long worth = pieces.entrySet().stream().mapToLong(e -> e.getKey() * e.getValue()).sum();
    int[] fewest = new int[(int) worth + 20];
    Arrays.fill(fewest, Integer.MAX_VALUE);
    fewest[0] = 0;
    pieces.forEach((face, count) -> {
      for (int piece = 0; piece < count; piece++) {
        for (int sum = fewest.length - 1; sum >= face; sum--) {
          int before = fewest[sum - face.intValue()];
          if (before < Integer.MAX_VALUE) {
            fewest[sum] = Math.min(fewest[sum], before + 1);
          }
        }
      }
    });
    return fewest;
  }
}

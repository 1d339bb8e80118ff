package counterfoil.domain.cash;

import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.CashRefusal.DrawerLacks;
import counterfoil.domain.cash.CashRefusal.NegativePieces;
import counterfoil.domain.cash.CashRefusal.TooManyPieces;
import counterfoil.domain.cash.CashRefusal.UnknownDenomination;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Notes and coins of one currency by pieces. Immutable; equal where every pile is equal.
 *
 * @param pieces how many of each face value, which is in minor units of the currency; the highest
 *     face first; no pile is empty, none has more than {@link #MAX_PIECES}
 */
public record Cash(CurrencyUnit currency, SortedMap<Long, Integer> pieces) {
  /** Of one face value, in one place. */
  public static final int MAX_PIECES = 10_000_000;

  /** No note is worth more, in minor units: sums of full piles stay far within a long. */
  static final long MAX_FACE = 10_000_000_000L;

  /**
   * Piles of zero pieces are left away.
   *
   * @throws IllegalArgumentException if a pile is negative or above {@link #MAX_PIECES}, a face
   *     value is not positive, or the total is above {@link Limits#largest}; what a person told
   *     goes through {@link #read} instead
   */
  public Cash {
    SortedMap<Long, Integer> piles = new TreeMap<>(Comparator.reverseOrder());
    long total = 0;
    for (var pile : pieces.entrySet()) {
      long face = pile.getKey();
      int count = pile.getValue();
      if (face <= 0 || face > MAX_FACE || count < 0 || count > MAX_PIECES) {
        throw new IllegalArgumentException(count + " pieces of " + face + " are no cash");
      }
      if (count > 0) {
        piles.put(face, count);
        total += face * count;
      }
      if (total > Limits.MAX_MINOR_UNITS) {
        throw new IllegalArgumentException("more cash than any branch has");
      }
    }
    pieces = Collections.unmodifiableSortedMap(piles);
  }

  public static Cash none(CurrencyUnit currency) {
    return new Cash(currency, new TreeMap<>());
  }

  /** {@code count} pieces of {@code face}: {@code Cash.of(20 euros, 3)} is 60 euros in twenties. */
  public static Cash of(Money face, int count) {
    return new Cash(
        face.getCurrencyUnit(), new TreeMap<>(Map.of(face.getAmountMinorLong(), count)));
  }

  /**
   * Cash as a person or a program told it: face values in major units ("50", "0.50", "0.5"), each
   * once, and how many pieces of each. Refuses a face value that {@code known} does not have,
   * negative or too many pieces, and more cash than there may be.
   */
  public static CashReading read(Denominations known, Map<String, Long> told) {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    for (var pile : told.entrySet()) {
      Optional<Long> face = known.face(pile.getKey());
      long count = pile.getValue();
      if (face.isEmpty() || piles.containsKey(face.get())) {
        return new CashReading.Refused(
            new UnknownDenomination(pile.getKey(), known.currency().getCode()));
      }
      if (count < 0) {
        return new CashReading.Refused(new NegativePieces(pile.getKey(), count));
      }
      if (count > MAX_PIECES) {
        return new CashReading.Refused(new TooManyPieces(pile.getKey(), count, MAX_PIECES));
      }
      piles.put(face.get(), (int) count);
    }
    BigDecimal total =
        piles.entrySet().stream()
            .map(pile -> BigDecimal.valueOf(pile.getKey() * pile.getValue()))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .movePointLeft(known.currency().getDecimalPlaces());
    Money largest = Limits.largest(known.currency());
    return total.compareTo(largest.getAmount()) > 0
        ? new CashReading.Refused(new AmountTooLarge(total, largest))
        : new CashReading.Told(new Cash(known.currency(), piles));
  }

  public Money total() {
    return Money.ofMinor(
        currency,
        pieces.entrySet().stream().mapToLong(pile -> pile.getKey() * pile.getValue()).sum());
  }

  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** How many pieces of {@code face}; zero where there are none. */
  public int pieces(Money face) {
    return face.getCurrencyUnit().equals(currency)
        ? pieces.getOrDefault(face.getAmountMinorLong(), 0)
        : 0;
  }

  /** All pieces of all face values. */
  public long count() {
    return pieces.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** Whether every piece of {@code other} is here. */
  public boolean contains(Cash other) {
    return currency.equals(other.currency)
        && other.pieces.entrySet().stream()
            .allMatch(pile -> pieces.getOrDefault(pile.getKey(), 0) >= pile.getValue());
  }

  /**
   * @throws IllegalArgumentException if there is no room for it ({@link #refusePlus}) or it is of
   *     another currency
   */
  public Cash plus(Cash other) {
    return together(other, 1);
  }

  /**
   * @throws IllegalArgumentException if this does not contain {@code other}
   */
  public Cash minus(Cash other) {
    return together(other, -1);
  }

  private Cash together(Cash other, int sign) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(other.currency + " and " + currency + " do not mix");
    }
    SortedMap<Long, Integer> piles = new TreeMap<>(pieces);
    other.pieces.forEach((face, count) -> piles.merge(face, sign * count, Integer::sum));
    return new Cash(currency, piles);
  }

  /** Why {@code other} cannot be added: another currency, too many pieces, or too large a sum. */
  public Optional<Refusal> refusePlus(Cash other) {
    if (!currency.equals(other.currency)) {
      return Optional.of(new OtherCurrency(other.currency.getCode(), currency.getCode()));
    }
    for (var pile : other.pieces.entrySet()) {
      int count = pile.getValue() + pieces.getOrDefault(pile.getKey(), 0);
      if (count > MAX_PIECES) {
        return Optional.of(
            new TooManyPieces(Denominations.label(currency, pile.getKey()), count, MAX_PIECES));
      }
    }
    long sum = total().getAmountMinorLong() + other.total().getAmountMinorLong();
    return sum > Limits.MAX_MINOR_UNITS
        ? Optional.of(
            new AmountTooLarge(
                BigDecimal.valueOf(sum, currency.getDecimalPlaces()), Limits.largest(currency)))
        : Optional.empty();
  }

  /** Why {@code other} cannot be taken out: another currency, or pieces that are not here. */
  public Optional<Refusal> refuseMinus(Cash other) {
    if (!currency.equals(other.currency)) {
      return Optional.of(new OtherCurrency(other.currency.getCode(), currency.getCode()));
    }
    SortedMap<Long, Integer> missing = new TreeMap<>();
    other.pieces.forEach(
        (face, count) -> missing.put(face, Math.max(0, count - pieces.getOrDefault(face, 0))));
    Cash lacking = new Cash(currency, missing);
    return lacking.isEmpty() ? Optional.empty() : Optional.of(new DrawerLacks(lacking));
  }

  /** The written form: {@code {"50": 2, "0.50": 7}}, the highest face first. */
  public SequencedMap<String, Integer> written() {
    SequencedMap<String, Integer> written = new LinkedHashMap<>();
    pieces.forEach((face, count) -> written.put(Denominations.label(currency, face), count));
    return written;
  }

  /**
   * Cash of its written form. The face values need not be of today's table: a note may have been
   * withdrawn since.
   *
   * @throws IllegalArgumentException if it is not of that form
   */
  public static Cash ofWritten(CurrencyUnit currency, Map<String, Integer> written) {
    SortedMap<Long, Integer> piles = new TreeMap<>();
    written.forEach((label, count) -> {
      long face = Denominations.minorUnits(currency, label);
      if (count <= 0 || piles.put(face, count) != null) {
        throw new IllegalArgumentException(count + " pieces of " + label);
      }
    });
    return new Cash(currency, piles);
  }

  /** As people read it: {@code 2 x 50 + 7 x 0.50}; a dash where there is none. */
  @Override
  public String toString() {
    return isEmpty()
        ? "-"
        : written().entrySet().stream()
            .map(pile -> pile.getValue() + " x " + pile.getKey())
            .collect(Collectors.joining(" + "));
  }
}

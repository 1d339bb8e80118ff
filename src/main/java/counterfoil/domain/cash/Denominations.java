package counterfoil.domain.cash;

import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.Refusal;
import counterfoil.domain.cash.CashRefusal.UnknownDenomination;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The notes and coins of a currency that a branch takes and gives.
 *
 * @param faces their face values in minor units, each once, the highest first
 */
public record Denominations(CurrencyUnit currency, List<Long> faces) {
  /** The longest list of a currency in use has 15. */
  public static final int MAX_FACES = 24;

  private static final Pattern LABEL = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Set<Long> STEPS = Set.of(1L, 2L, 3L, 4L, 5L, 6L, 8L, 12L, 15L, 25L, 75L);

  /**
   * @throws IllegalArgumentException if there are none or more than {@link #MAX_FACES}, one stands
   *     twice, or one is not {@linkplain #isFace a face value}
   */
  public Denominations {
    faces = faces.stream().sorted(Comparator.reverseOrder()).toList();
    if (faces.isEmpty()
        || faces.size() > MAX_FACES
        || faces.stream().distinct().count() < faces.size()
        || !faces.stream().allMatch(Denominations::isFace)) {
      throw new IllegalArgumentException("no face values of a currency: " + faces);
    }
  }

  /** The table that is built in; for a currency without one, the usual steps 5, 2, 1. */
  public static Denominations builtIn(CurrencyUnit currency) {
    return DenominationTable.of(currency);
  }

  /**
   * A table that a person typed: face values in major units. Nothing where no table can be made of
   * them: none or too many, one twice, one that is not {@linkplain #isFace a face value}.
   */
  public static Optional<Denominations> parse(CurrencyUnit currency, List<String> typed) {
    try {
      return Optional.of(
          new Denominations(
              currency, typed.stream().map(label -> minorUnits(currency, label)).toList()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether there can be a note or coin of this many minor units: 1, 2, 3, 4, 5, 6, 8, 12, 15, 25
   * or 75 with any number of zeros. No currency has another one; with any number at all, a payout
   * could take minutes to find.
   */
  public static boolean isFace(long minorUnits) {
    if (minorUnits <= 0 || minorUnits > Cash.MAX_FACE) {
      return false;
    }
    long digits = minorUnits;
    while (digits % 10 == 0) {
      digits /= 10;
    }
    return STEPS.contains(digits);
  }

  /** The face values as amounts, the highest first. */
  public List<Money> values() {
    return faces.stream().map(face -> Money.ofMinor(currency, face)).toList();
  }

  /** As people call them, the highest first: "50", "0.50". */
  public List<String> labels() {
    return faces.stream().map(face -> label(currency, face)).toList();
  }

  /** The face value in minor units that {@code label} ("50", "0.50", "0.5") names, if known. */
  public Optional<Long> face(String label) {
    try {
      return Optional.of(minorUnits(currency, label)).filter(faces::contains);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Why {@code cash} is none of this currency's: the first face value that the table lacks. */
  public Optional<Refusal> refuse(Cash cash) {
    return refuse(cash, Cash.none(currency));
  }

  /** The same, but for a face value that {@code drawer} holds still: a note withdrawn since. */
  public Optional<Refusal> refuse(Cash cash, Cash drawer) {
    if (!cash.currency().equals(currency)) {
      return Optional.of(new OtherCurrency(cash.currency().getCode(), currency.getCode()));
    }
    return cash.pieces().keySet().stream()
        .filter(face -> !faces.contains(face) && !drawer.pieces().containsKey(face))
        .findFirst()
        .map(face -> new UnknownDenomination(label(currency, face), currency.getCode()));
  }

  /** How a face value is written: whole ones without decimals, others with all of them. */
  public static String label(CurrencyUnit currency, long face) {
    BigDecimal major = BigDecimal.valueOf(face, currency.getDecimalPlaces());
    BigDecimal plain = major.stripTrailingZeros();
    return plain.scale() <= 0 ? plain.toPlainString() : major.toPlainString();
  }

  /**
   * @throws IllegalArgumentException if {@code label} is no amount of the currency
   */
  static long minorUnits(CurrencyUnit currency, String label) {
    if (label.length() > 20 || !LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("no face value: " + label);
    }
    try {
      return new BigDecimal(label).movePointRight(currency.getDecimalPlaces()).longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("no face value: " + label, e);
    }
  }
}

package counterfoil.domain;

import counterfoil.domain.InputRefusal.AmountNegative;
import counterfoil.domain.InputRefusal.AmountNotPositive;
import counterfoil.domain.InputRefusal.AmountTooLarge;
import counterfoil.domain.InputRefusal.OtherCurrency;
import counterfoil.domain.InputRefusal.TextMissing;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.InputRefusal.TextTooLong;
import counterfoil.domain.InputRefusal.TooManyDecimals;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What an amount and a text may be at all, whatever it is for. */
public final class Limits {
  /**
   * The largest amount and the largest balance, in minor units of the currency. Below 2^53, so that
   * no reader of an export can round it; far above any branch.
   */
  public static final long MAX_MINOR_UNITS = 999_999_999_999_999L;

  public static final int MAX_HOLDER_LENGTH = 140;
  public static final int MAX_PRODUCT_LENGTH = 35;
  public static final int MAX_REFERENCE_LENGTH = 35;
  public static final int MAX_NARRATIVE_LENGTH = 140;

  private Limits() {}

  public static Money largest(CurrencyUnit currency) {
    return Money.ofMinor(currency, MAX_MINOR_UNITS);
  }

  public static Optional<Refusal> refusePositive(BigMoney amount, CurrencyUnit currency) {
    return amount.isPositive()
        ? refuseForm(amount, currency)
        : Optional.of(new AmountNotPositive(amount.getAmount()));
  }

  public static Optional<Refusal> refuseZeroOrMore(BigMoney amount, CurrencyUnit currency) {
    return amount.isNegative()
        ? Optional.of(new AmountNegative(amount.getAmount()))
        : refuseForm(amount, currency);
  }

  private static Optional<Refusal> refuseForm(BigMoney amount, CurrencyUnit currency) {
    if (!amount.getCurrencyUnit().equals(currency)) {
      return Optional.of(new OtherCurrency(amount.getCurrencyUnit().getCode(), currency.getCode()));
    }
    var plain = amount.getAmount().stripTrailingZeros();
    if (plain.scale() > currency.getDecimalPlaces()) {
      return Optional.of(
          new TooManyDecimals(amount.getAmount(), currency.getCode(), currency.getDecimalPlaces()));
    }
    return amount.isGreaterThan(largest(currency))
        ? Optional.of(new AmountTooLarge(amount.getAmount(), largest(currency)))
        : Optional.empty();
  }

  public static Optional<Refusal> refuseName(String field, String text, int allowed) {
    return text.isBlank() ? Optional.of(new TextMissing(field)) : refuseText(field, text, allowed);
  }

  public static Optional<Refusal> refuseText(String field, String text, int allowed) {
    int length = text.codePointCount(0, text.length());
    if (length > allowed) {
      return Optional.of(new TextTooLong(field, length, allowed));
    }
    return text.codePoints().allMatch(Limits::isPlain)
        ? Optional.empty()
        : Optional.of(new TextNotPlain(field));
  }

  /**
   * Letters of any script, in either direction, are plain; line breaks, control characters, lone
   * surrogates and the marks that override the reading direction are not: with them "100" could be
   * shown as "001" (Unicode Technical Report 36, 3.2).
   */
  private static boolean isPlain(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default ->
          !(character >= 0x202A && character <= 0x202E)
              && !(character >= 0x2066 && character <= 0x2069);
    };
  }
}

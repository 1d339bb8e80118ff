package counterfoil.domain;

import java.math.BigDecimal;
import org.joda.money.Money;

/** Why an amount or a text is none, whatever it was given for. */
public sealed interface InputRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case AmountNotPositive _ -> "amount_not_positive";
      case AmountNegative _ -> "amount_negative";
      case TooManyDecimals _ -> "too_many_decimals";
      case AmountTooLarge _ -> "amount_too_large";
      case OtherCurrency _ -> "other_currency";
      case TextMissing _ -> "text_missing";
      case TextTooLong _ -> "text_too_long";
      case TextNotPlain _ -> "text_not_plain";
    };
  }

  record AmountNotPositive(BigDecimal amount) implements InputRefusal {}

  /** Where zero is allowed but less is not: opening deposits and limits. */
  record AmountNegative(BigDecimal amount) implements InputRefusal {}

  record TooManyDecimals(BigDecimal amount, String currency, int allowed) implements InputRefusal {}

  record AmountTooLarge(BigDecimal amount, Money limit) implements InputRefusal {}

  record OtherCurrency(String given, String expected) implements InputRefusal {}

  record TextMissing(String field) implements InputRefusal {}

  /** Lengths in characters as a reader counts them (code points). */
  record TextTooLong(String field, int length, int allowed) implements InputRefusal {}

  /** Line breaks, control characters, or marks that turn the reading direction. */
  record TextNotPlain(String field) implements InputRefusal {}
}

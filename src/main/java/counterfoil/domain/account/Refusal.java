package counterfoil.domain.account;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * Why a command was not carried out. A refusal is an answer, not a fault: it carries a code of its
 * own and the figures a person needs to do better. Nothing was recorded.
 */
public sealed interface Refusal {

  /** The stable code that scripts see; screens turn it into a sentence. */
  default String code() {
    return switch (this) {
      case AmountNotPositive _ -> "amount_not_positive";
      case AmountNegative _ -> "amount_negative";
      case TooManyDecimals _ -> "too_many_decimals";
      case AmountTooLarge _ -> "amount_too_large";
      case OtherCurrency _ -> "other_currency";
      case InsufficientFunds _ -> "insufficient_funds";
      case BalanceTooLarge _ -> "balance_too_large";
      case AccountNotFound _ -> "account_not_found";
      case AccountExists _ -> "account_exists";
      case AccountIsClosed _ -> "account_closed";
      case BalanceNotZero _ -> "balance_not_zero";
      case AccountOverdrawn _ -> "account_overdrawn";
      case TransferToItself _ -> "transfer_to_itself";
      case TextMissing _ -> "text_missing";
      case TextTooLong _ -> "text_too_long";
      case TextNotPlain _ -> "text_not_plain";
    };
  }

  record AmountNotPositive(BigDecimal amount) implements Refusal {}

  /** Where zero is allowed but less is not: opening deposits and limits. */
  record AmountNegative(BigDecimal amount) implements Refusal {}

  record TooManyDecimals(BigDecimal amount, String currency, int allowed) implements Refusal {}

  record AmountTooLarge(BigDecimal amount, Money limit) implements Refusal {}

  record OtherCurrency(String given, String expected) implements Refusal {}

  record InsufficientFunds(AccountNumber account, Money available, Money amount)
      implements Refusal {}

  record BalanceTooLarge(AccountNumber account, Money limit) implements Refusal {}

  record AccountNotFound(AccountNumber account) implements Refusal {}

  record AccountExists(AccountNumber account) implements Refusal {}

  record AccountIsClosed(AccountNumber account) implements Refusal {}

  /** Closing without payout, with money still in it. */
  record BalanceNotZero(AccountNumber account, Money balance) implements Refusal {}

  /** Closing an account that owes money. */
  record AccountOverdrawn(AccountNumber account, Money balance) implements Refusal {}

  record TransferToItself(AccountNumber account) implements Refusal {}

  record TextMissing(String field) implements Refusal {}

  /** Lengths in characters as a reader counts them (code points). */
  record TextTooLong(String field, int length, int allowed) implements Refusal {}

  /** Line breaks, control characters, or marks that turn the reading direction. */
  record TextNotPlain(String field) implements Refusal {}
}

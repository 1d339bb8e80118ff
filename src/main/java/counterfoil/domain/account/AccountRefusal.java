package counterfoil.domain.account;

import counterfoil.domain.Refusal;
import org.joda.money.Money;

/** Why a command over an account was not carried out. */
public sealed interface AccountRefusal extends Refusal {

  @Override
  default String code() {
    return switch (this) {
      case InsufficientFunds _ -> "insufficient_funds";
      case BalanceTooLarge _ -> "balance_too_large";
      case AccountNotFound _ -> "account_not_found";
      case AccountExists _ -> "account_exists";
      case AccountIsClosed _ -> "account_closed";
      case BalanceNotZero _ -> "balance_not_zero";
      case AccountOverdrawn _ -> "account_overdrawn";
      case TransferToItself _ -> "transfer_to_itself";
    };
  }

  record InsufficientFunds(AccountNumber account, Money available, Money amount)
      implements AccountRefusal {}

  record BalanceTooLarge(AccountNumber account, Money limit) implements AccountRefusal {}

  record AccountNotFound(AccountNumber account) implements AccountRefusal {}

  record AccountExists(AccountNumber account) implements AccountRefusal {}

  record AccountIsClosed(AccountNumber account) implements AccountRefusal {}

  /** Closing without payout, with money still in it. */
  record BalanceNotZero(AccountNumber account, Money balance) implements AccountRefusal {}

  /** Closing an account that owes money. */
  record AccountOverdrawn(AccountNumber account, Money balance) implements AccountRefusal {}

  record TransferToItself(AccountNumber account) implements AccountRefusal {}
}

package counterfoil.domain.account;

import counterfoil.domain.Refusal;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/** Why money cannot be taken out of an account, or a hold or a freeze not be changed. */
public sealed interface RestrictionRefusal extends Refusal {

  @Override
  default String code() {
    return switch (this) {
      case FundsOnHold _ -> "funds_on_hold";
      case AccountIsFrozen _ -> "account_frozen";
      case NotFrozen _ -> "not_frozen";
      case HoldBeyondBalance _ -> "hold_beyond_balance";
      case HoldExists _ -> "hold_exists";
      case HoldNotFound _ -> "hold_not_found";
      case TooManyHolds _ -> "too_many_holds";
      case HoldsOpen _ -> "holds_open";
      case ReleaseDatePassed _ -> "release_date_passed";
    };
  }

  /** The money is there, but on hold: an approval would help, unlike with too little money. */
  record FundsOnHold(AccountNumber account, Money available, Money held, Money amount)
      implements RestrictionRefusal {}

  /** Also for freezing it once more. */
  record AccountIsFrozen(AccountNumber account, String reason) implements RestrictionRefusal {}

  record NotFrozen(AccountNumber account) implements RestrictionRefusal {}

  /** {@code held} is what is on hold already. */
  record HoldBeyondBalance(AccountNumber account, Money amount, Money ledger, Money held)
      implements RestrictionRefusal {}

  record HoldExists(AccountNumber account, UUID hold) implements RestrictionRefusal {}

  record HoldNotFound(AccountNumber account, UUID hold) implements RestrictionRefusal {}

  record TooManyHolds(AccountNumber account, int allowed) implements RestrictionRefusal {}

  /** Closing an account with money on hold. */
  record HoldsOpen(AccountNumber account, int holds, Money held) implements RestrictionRefusal {}

  record ReleaseDatePassed(LocalDate releaseOn, LocalDate businessDate)
      implements RestrictionRefusal {}
}

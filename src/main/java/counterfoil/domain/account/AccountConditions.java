package counterfoil.domain.account;

import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.RemoveHolder;
import counterfoil.domain.account.AccountCommand.Reverse;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.approval.Condition;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.joda.money.Money;

/** Tells which conditions for an approval an act meets. */
public final class AccountConditions {
  private AccountConditions() {}

  /**
   * The conditions that an accepted command meets. Whoever asks lets {@link AccountDecider} decide
   * with {@link Circumstances#allowingHeldMoney} first: what it refuses then, no approval helps.
   *
   * @param before the account, of a transfer the paying one
   * @param events what was decided, of all accounts
   */
  public static Set<Condition> of(
      AccountState before,
      AccountCommand command,
      List<AccountEvent> events,
      LocalDate businessDate) {
    if (!(before instanceof Open open)) {
      return Set.of();
    }
    return switch (command) {
      case Withdraw _, Transfer _ -> ofTaking(open, events);
      case ChargeFee _ -> ofFee(open, events);
      case ReleaseHold c ->
          open.hold(c.holdId()).filter(hold -> !hold.dueOn(businessDate)).isPresent()
              ? Set.of(Condition.HOLD)
              : Set.of();
      case Reverse _ -> Set.of(Condition.REVERSAL);
      case OpenAccount _,
          Deposit _,
          DepositCheque _,
          CreditInterest _,
          SetOverdraftLimit _,
          SetMinimumBalance _,
          PlaceHold _,
          Freeze _,
          Unfreeze _,
          AddHolder _,
          RemoveHolder _,
          CloseAccount _,
          CloseInto _ ->
          Set.of();
    };
  }

  /**
   * A fee is not held to what is available; where it goes below, somebody else looks at it: as an
   * overdraft, or as money on hold where it takes no more than that. An overdraft that was agreed
   * on is there for fees as well.
   */
  private static Set<Condition> ofFee(Open open, List<AccountEvent> events) {
    Money taken = taken(open, events);
    Money unheld = open.available().plus(open.held());
    if (!taken.isGreaterThan(open.available())) {
      return Set.of();
    }
    return taken.isGreaterThan(unheld) ? Set.of(Condition.OVERDRAFT) : Set.of(Condition.HOLD);
  }

  private static Money taken(Open open, List<AccountEvent> events) {
    Money taken = Money.zero(open.currency());
    for (AccountEvent event : events) {
      if (event.account().equals(open.number())) {
        taken = taken.minus(event.moved().orElseThrow());
      }
    }
    return taken;
  }

  private static Set<Condition> ofTaking(Open open, List<AccountEvent> events) {
    Money taken = taken(open, events);
    Set<Condition> met = EnumSet.noneOf(Condition.class);
    if (taken.isGreaterThan(open.available())) {
      met.add(Condition.HOLD);
    }
    if (taken.isGreaterThan(open.ledger())) {
      met.add(Condition.OVERDRAFT);
    }
    return met;
  }
}

package counterfoil.domain.account;

import static counterfoil.domain.Decision.refused;
import static counterfoil.domain.account.Checks.whenOpen;

import counterfoil.domain.Decision;
import counterfoil.domain.account.AccountCommand.AddHolder;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.DepositCheque;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OfTwoAccounts;
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
import counterfoil.domain.account.AccountRefusal.TransferToItself;

/**
 * The rules of an account: state and command in, events or a refusal out. Pure; each rule stands
 * with its kind.
 */
public final class AccountDecider {
  private AccountDecider() {}

  /** Decides a command over one account. */
  public static Decision<AccountEvent> decide(
      AccountState state, OfOneAccount command, Circumstances now) {
    if (command instanceof OpenAccount c) {
      return Holding.open(state, c, now);
    }
    return whenOpen(
        state,
        command.account(),
        open ->
            switch (command) {
              case OpenAccount c -> Holding.open(open, c, now);
              case Deposit c -> Paying.deposit(open, c);
              case DepositCheque c -> Paying.depositCheque(open, c, now);
              case Withdraw c -> Paying.withdraw(open, c, now);
              case ChargeFee c -> Booking.chargeFee(open, c);
              case CreditInterest c -> Booking.creditInterest(open, c, now);
              case Reverse c -> Booking.reverse(open, c);
              case PlaceHold c -> Restricting.placeHold(open, c, now);
              case ReleaseHold c -> Restricting.releaseHold(open, c);
              case Freeze c -> Restricting.freeze(open, c);
              case Unfreeze c -> Restricting.unfreeze(open, c);
              case SetOverdraftLimit c -> Restricting.setOverdraft(open, c);
              case SetMinimumBalance c -> Restricting.setMinimum(open, c);
              case AddHolder c -> Holding.addHolder(open, c);
              case RemoveHolder c -> Holding.removeHolder(open, c);
              case CloseAccount c -> Closing.close(open, c, now);
            });
  }

  /** Decides a command over two accounts: the paying one's events first, the other's last. */
  public static Decision<AccountEvent> decide(
      AccountState from, AccountState to, OfTwoAccounts command, Circumstances now) {
    if (command.from().equals(command.to())) {
      return refused(new TransferToItself(command.from()));
    }
    return whenOpen(
        from,
        command.from(),
        payer ->
            whenOpen(
                to,
                command.to(),
                payee ->
                    switch (command) {
                      case Transfer c -> Paying.transfer(payer, payee, c, now);
                      case CloseInto c -> Closing.closeInto(payer, payee, c, now);
                    }));
  }
}

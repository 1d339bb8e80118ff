package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.EntryNotFound;
import counterfoil.application.OrderRefusal.OverdraftNotOffered;
import counterfoil.application.OrderRefusal.ProductNotFound;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
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
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.RestrictionRefusal.ReleaseDatePassed;
import counterfoil.domain.approval.ActKind;
import counterfoil.domain.branch.Product;
import counterfoil.domain.staff.Permission;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** What the branch's rules make of a command: who may give it, and what its product adds. */
final class Terms {
  private Terms() {}

  /** The one that the whole act is recorded under: the strongest. */
  static Permission permission(List<AccountCommand> commands) {
    return commands.stream().map(Terms::permission).max(Comparator.naturalOrder()).orElseThrow();
  }

  static Permission permission(AccountCommand command) {
    return switch (command) {
      case OpenAccount c when c.terms().overdraftLimit().stream().anyMatch(BigMoney::isPositive) ->
          Permission.SET_ACCOUNT_TERMS;
      case OpenAccount _,
          Deposit _,
          DepositCheque _,
          Withdraw _,
          Transfer _,
          ChargeFee _,
          PlaceHold _,
          ReleaseHold _,
          CloseAccount _,
          CloseInto _ ->
          Permission.SERVE_CUSTOMERS;
      case Freeze _,
          Unfreeze _,
          SetOverdraftLimit _,
          SetMinimumBalance _,
          AddHolder _,
          RemoveHolder _ ->
          Permission.SET_ACCOUNT_TERMS;
      case CreditInterest _ -> Permission.POST_BACK_OFFICE;
      case Reverse _ -> Permission.REVERSE_TODAY;
    };
  }

  /** The band of amounts that the command falls under, if any. */
  static Optional<ActKind> kind(AccountCommand command) {
    return switch (command) {
      case OpenAccount _, Deposit _ -> Optional.of(ActKind.CASH_IN);
      case Withdraw _, CloseAccount _ -> Optional.of(ActKind.CASH_OUT);
      case Transfer _, CloseInto _ -> Optional.of(ActKind.TRANSFER);
      case DepositCheque _ -> Optional.of(ActKind.CHEQUE);
      case ChargeFee _ -> Optional.of(ActKind.FEE);
      case PlaceHold _,
          ReleaseHold _,
          Freeze _,
          Unfreeze _,
          SetOverdraftLimit _,
          SetMinimumBalance _,
          AddHolder _,
          RemoveHolder _,
          CreditInterest _,
          Reverse _ ->
          Optional.empty();
    };
  }

  /** Why the product does not allow it. */
  static Optional<Refusal> refuse(Footing footing, Accounts accounts, AccountCommand command) {
    return switch (command) {
      // Only a reversal of the whole act knows what it takes back.
      case Reverse c -> Optional.of(new EntryNotFound(c.position()));
      case DepositCheque c when !c.releaseOn().isAfter(footing.businessDate()) ->
          Optional.of(new ReleaseDatePassed(c.releaseOn(), footing.businessDate()));
      case OpenAccount c when named(footing, c.product()).isEmpty() ->
          Optional.of(new ProductNotFound(c.product()));
      case SetOverdraftLimit c when c.limit().isPositive() ->
          product(footing, accounts, c.account())
              .filter(product -> !product.overdraftAllowed())
              .map(product -> new OverdraftNotOffered(c.account(), product.name()));
      case OpenAccount c when c.terms().overdraftLimit().stream().anyMatch(BigMoney::isPositive) ->
          named(footing, c.product())
              .filter(product -> !product.overdraftAllowed())
              .map(product -> new OverdraftNotOffered(c.account(), product.name()));
      default -> Optional.empty();
    };
  }

  /** The command with what its product asks for: minimum balance, fee, interest to settle. */
  static AccountCommand fill(
      Scene scene, Footing footing, Accounts accounts, AccountCommand command) {
    return switch (command) {
      case OpenAccount c ->
          named(footing, c.product())
              .map(Product::minimumBalance)
              .filter(minimum ->
                  minimum
                      .toBigMoney()
                      .isGreaterThan(
                          c.terms()
                              .minimumBalance()
                              .orElseGet(() -> BigMoney.zero(minimum.getCurrencyUnit()))))
              .map(minimum -> withMinimum(c, minimum))
              .orElse(c);
      case Withdraw c ->
          product(footing, accounts, c.account())
              .map(Product::withdrawalFee)
              .map(fee ->
                  new Withdraw(
                      c.account(),
                      c.amount(),
                      Optional.of(fee.toBigMoney()).filter(BigMoney::isPositive),
                      c.details()))
              .orElse(c);
      case CloseAccount c ->
          new CloseAccount(
              c.account(),
              c.payout(),
              Optional.ofNullable(scene.interest().get(c.account())),
              c.details());
      case CloseInto c ->
          new CloseInto(
              c.from(), c.to(), Optional.ofNullable(scene.interest().get(c.from())), c.details());
      default -> command;
    };
  }

  private static OpenAccount withMinimum(OpenAccount c, Money minimum) {
    return new OpenAccount(
        c.account(),
        c.holder(),
        c.product(),
        c.openingDeposit(),
        c.holders(),
        new AccountCommand.Terms(Optional.of(minimum.toBigMoney()), c.terms().overdraftLimit()),
        c.details());
  }

  private static Optional<Product> product(
      Footing footing, Accounts accounts, AccountNumber number) {
    return switch (accounts.state(number)) {
      case Open open -> named(footing, open.product());
      case Unopened _, Closed _ -> Optional.empty();
    };
  }

  private static Optional<Product> named(Footing footing, String code) {
    return footing.settings().product(code, footing.scene().branch().currency());
  }
}

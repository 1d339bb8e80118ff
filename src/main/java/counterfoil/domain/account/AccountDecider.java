package counterfoil.domain.account;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OfOneAccount;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Transfer;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.AccountExists;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountRefusal.TransferToItself;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The rules of an account: state and command in, events or a refusal out. */
public final class AccountDecider {
  private AccountDecider() {}

  /** Decides a command over one account, in the ledger's currency. */
  public static Decision<AccountEvent> decide(
      AccountState state, OfOneAccount command, CurrencyUnit currency) {
    return switch (command) {
      case OpenAccount c -> open(state, c, currency);
      case Deposit c -> whenOpen(state, c.account(), open -> deposit(open, c));
      case Withdraw c -> whenOpen(state, c.account(), open -> withdraw(open, c));
      case ChargeFee c -> whenOpen(state, c.account(), open -> chargeFee(open, c));
      case CreditInterest c -> whenOpen(state, c.account(), open -> creditInterest(open, c));
      case SetOverdraftLimit c -> whenOpen(state, c.account(), open -> setOverdraft(open, c));
      case CloseAccount c -> whenOpen(state, c.account(), open -> close(open, c));
    };
  }

  /** Decides a transfer: the sender's event first, the receiver's second. */
  public static Decision<AccountEvent> decide(
      AccountState sender, AccountState receiver, Transfer command) {
    if (command.from().equals(command.to())) {
      return refused(new TransferToItself(command.from()));
    }
    return whenOpen(
        sender,
        command.from(),
        from -> whenOpen(receiver, command.to(), to -> transfer(from, to, command)));
  }

  private static Decision<AccountEvent> open(
      AccountState state, OpenAccount c, CurrencyUnit currency) {
    return switch (state) {
      case Open _, Closed _ -> refused(new AccountExists(c.account()));
      case Unopened _ ->
          firstOf(
                  () -> Limits.refuseName("holder_name", c.holder(), Limits.MAX_HOLDER_LENGTH),
                  () -> Limits.refuseName("product", c.product(), Limits.MAX_PRODUCT_LENGTH),
                  () -> Limits.refuseZeroOrMore(c.openingDeposit(), currency),
                  () -> refuseDetails(c.details()))
              .orElseGet(() ->
                  accepted(
                      new AccountOpened(
                          c.account(),
                          c.holder(),
                          c.product(),
                          exact(c.openingDeposit()),
                          c.details())));
    };
  }

  private static Decision<AccountEvent> deposit(Open open, Deposit c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, c.amount()))
        .orElseGet(() ->
            accepted(
                new MoneyDeposited(open.number(), exact(c.amount()), Means.CASH, c.details())));
  }

  private static Decision<AccountEvent> withdraw(Open open, Withdraw c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseBeyondAvailable(open, c.amount()))
        .orElseGet(() ->
            accepted(
                new MoneyWithdrawn(open.number(), exact(c.amount()), Means.CASH, c.details())));
  }

  private static Decision<AccountEvent> transfer(Open from, Open to, Transfer c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), from.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseBeyondAvailable(from, c.amount()),
            () -> refuseCredit(to, c.amount()))
        .orElseGet(() ->
            accepted(
                new TransferSent(
                    from.number(),
                    exact(c.amount()),
                    new Counterparty("", to.number().value()),
                    c.details()),
                new TransferReceived(
                    to.number(),
                    exact(c.amount()),
                    new Counterparty("", from.number().value()),
                    c.details())));
  }

  /** A fee may take the account below what is available; only the limit of balances holds. */
  private static Decision<AccountEvent> chargeFee(Open open, ChargeFee c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseDebit(open, c.amount()))
        .orElseGet(() -> accepted(new FeeCharged(open.number(), exact(c.amount()), c.details())));
  }

  private static Decision<AccountEvent> creditInterest(Open open, CreditInterest c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, c.amount()))
        .orElseGet(
            () -> accepted(new InterestCredited(open.number(), exact(c.amount()), c.details())));
  }

  private static Decision<AccountEvent> setOverdraft(Open open, SetOverdraftLimit c) {
    return firstOf(
            () -> Limits.refuseZeroOrMore(c.limit(), open.currency()),
            () -> refuseDetails(c.details()))
        .orElseGet(
            () -> accepted(new OverdraftLimitSet(open.number(), exact(c.limit()), c.details())));
  }

  private static Decision<AccountEvent> close(Open open, CloseAccount c) {
    if (open.ledger().isNegative()) {
      return refused(new AccountOverdrawn(open.number(), open.ledger()));
    }
    if (open.ledger().isPositive() && !c.payout()) {
      return refused(new BalanceNotZero(open.number(), open.ledger()));
    }
    return firstOf(() -> refuseDetails(c.details()))
        .orElseGet(() -> accepted(new AccountClosed(open.number(), open.ledger(), c.details())));
  }

  private static Decision<AccountEvent> whenOpen(
      AccountState state, AccountNumber number, Function<Open, Decision<AccountEvent>> rule) {
    return switch (state) {
      case Unopened _ -> refused(new AccountNotFound(number));
      case Closed _ -> refused(new AccountIsClosed(number));
      case Open open -> rule.apply(open);
    };
  }

  private static Optional<Refusal> refuseBeyondAvailable(Open open, BigMoney amount) {
    return amount.isGreaterThan(open.available())
        ? Optional.of(new InsufficientFunds(open.number(), open.available(), exact(amount)))
        : Optional.empty();
  }

  private static Optional<Refusal> refuseCredit(Open open, BigMoney amount) {
    return refuseBalance(open, open.ledger().toBigMoney().plus(amount));
  }

  private static Optional<Refusal> refuseDebit(Open open, BigMoney amount) {
    return refuseBalance(open, open.ledger().toBigMoney().minus(amount));
  }

  private static Optional<Refusal> refuseBalance(Open open, BigMoney balance) {
    return balance.abs().isGreaterThan(Limits.largest(open.currency()))
        ? Optional.of(new BalanceTooLarge(open.number(), Limits.largest(open.currency())))
        : Optional.empty();
  }

  private static Optional<Refusal> refuseDetails(Details details) {
    return Limits.refuseText("reference", details.reference(), Limits.MAX_REFERENCE_LENGTH)
        .or(() -> Limits.refuseText("narrative", details.narrative(), Limits.MAX_NARRATIVE_LENGTH));
  }

  /** One check after the other: a later one may rely on what an earlier one has refused. */
  @SafeVarargs
  private static Optional<Decision<AccountEvent>> firstOf(Supplier<Optional<Refusal>>... checks) {
    for (Supplier<Optional<Refusal>> check : checks) {
      Optional<Refusal> refusal = check.get();
      if (refusal.isPresent()) {
        return refusal.map(Decision::refused);
      }
    }
    return Optional.empty();
  }

  private static Money exact(BigMoney amount) {
    return amount.toMoney(RoundingMode.UNNECESSARY);
  }
}

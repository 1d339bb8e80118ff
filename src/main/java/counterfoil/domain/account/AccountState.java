package counterfoil.domain.account;

import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account as its events have made it. */
public sealed interface AccountState {

  /** No event yet. */
  record Unopened() implements AccountState {}

  /**
   * An account one can serve.
   *
   * @param ledger the ledger balance: the sum of everything posted
   * @param overdraftLimit zero or more
   */
  record Open(
      AccountNumber number, String holder, String product, Money ledger, Money overdraftLimit)
      implements AccountState {

    /** What a withdrawal or a transfer out may take: ledger balance and overdraft limit. */
    public Money available() {
      return ledger.plus(overdraftLimit);
    }

    public CurrencyUnit currency() {
      return ledger.getCurrencyUnit();
    }

    private Open withLedger(Money balance) {
      return new Open(number, holder, product, balance, overdraftLimit);
    }
  }

  /** Nothing can be posted any more; what is left is the name. */
  record Closed(AccountNumber number, String holder, String product, CurrencyUnit currency)
      implements AccountState {}

  /**
   * The state after {@code event}. History is taken as it was: a balance may go below zero here.
   *
   * @throws IllegalStateException if the event cannot follow (a second opening, anything after the
   *     end): the record itself is damaged then
   */
  default AccountState after(AccountEvent event) {
    return switch (this) {
      case Unopened _ -> opened(event);
      case Open open -> open(open, event);
      case Closed _ -> throw outOfOrder(event);
    };
  }

  private static AccountState opened(AccountEvent event) {
    if (event instanceof AccountOpened(var number, var holder, var product, var deposit, _)) {
      return new Open(number, holder, product, deposit, Money.zero(deposit.getCurrencyUnit()));
    }
    throw outOfOrder(event);
  }

  private static AccountState open(Open open, AccountEvent event) {
    return switch (event) {
      case AccountOpened _ -> throw outOfOrder(event);
      case MoneyDeposited e -> open.withLedger(open.ledger.plus(e.amount()));
      case MoneyWithdrawn e -> open.withLedger(open.ledger.minus(e.amount()));
      case TransferSent e -> open.withLedger(open.ledger.minus(e.amount()));
      case TransferReceived e -> open.withLedger(open.ledger.plus(e.amount()));
      case ChequeDeposited e -> open.withLedger(open.ledger.plus(e.amount()));
      case FeeCharged e -> open.withLedger(open.ledger.minus(e.amount()));
      case InterestCredited e -> open.withLedger(open.ledger.plus(e.amount()));
      case OverdraftInterestCharged e -> open.withLedger(open.ledger.minus(e.amount()));
      case OverdraftLimitSet e ->
          new Open(open.number, open.holder, open.product, open.ledger, e.limit());
      case AccountClosed _ -> new Closed(open.number, open.holder, open.product, open.currency());
    };
  }

  private static IllegalStateException outOfOrder(AccountEvent event) {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " cannot follow in this account's history");
  }
}

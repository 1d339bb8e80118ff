package counterfoil.application.papers;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.AccountUnfrozen;
import counterfoil.domain.account.AccountEvent.ChequeDeposited;
import counterfoil.domain.account.AccountEvent.FeeCharged;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.HolderAdded;
import counterfoil.domain.account.AccountEvent.HolderRemoved;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashAccepted;
import counterfoil.domain.till.TillEvent.CashBroughtIn;
import counterfoil.domain.till.TillEvent.CashDeclined;
import counterfoil.domain.till.TillEvent.CashDelivered;
import counterfoil.domain.till.TillEvent.CashOffered;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.CashSentOut;
import counterfoil.domain.till.TillEvent.TillCashCounted;
import counterfoil.domain.till.TillEvent.TillCashMoved;
import counterfoil.domain.till.TillEvent.TillClosed;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.report.EntryKind;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What an event did with money, in the words of papers.
 *
 * @param amount what it added to the account or the drawer, negative for what it took; never zero
 * @param with the other side: an account, a till, the vault, or whoever brought or fetched cash;
 *     empty for none
 */
record Move(EntryKind kind, Money amount, String with, String narrative) {

  /** Nothing for what moves no money. */
  static Optional<Move> of(AccountEvent event) {
    return kind(event)
        .flatMap(kind ->
            event
                .moved()
                .filter(amount -> !amount.isZero())
                .map(amount -> new Move(kind, amount, with(event), narrative(event))));
  }

  private static Optional<EntryKind> kind(AccountEvent event) {
    return switch (event) {
      case AccountOpened _ -> Optional.of(EntryKind.OPENING_DEPOSIT);
      case MoneyDeposited e ->
          Optional.of(e.means() == Means.CASH ? EntryKind.DEPOSIT : EntryKind.CARD_DEPOSIT);
      case MoneyWithdrawn e ->
          Optional.of(e.means() == Means.CASH ? EntryKind.WITHDRAWAL : EntryKind.CARD_WITHDRAWAL);
      case TransferSent _ -> Optional.of(EntryKind.TRANSFER_SENT);
      case TransferReceived _ -> Optional.of(EntryKind.TRANSFER_RECEIVED);
      case ChequeDeposited _ -> Optional.of(EntryKind.CHEQUE);
      case FeeCharged _ -> Optional.of(EntryKind.FEE);
      case InterestCredited _ -> Optional.of(EntryKind.INTEREST);
      case OverdraftInterestCharged _ -> Optional.of(EntryKind.OVERDRAFT_INTEREST);
      case TransactionReversed _ -> Optional.of(EntryKind.REVERSAL);
      case AccountClosed _ -> Optional.of(EntryKind.CLOSING_PAYOUT);
      case OverdraftLimitSet _,
          MinimumBalanceSet _,
          HoldPlaced _,
          HoldReleased _,
          AccountFrozen _,
          AccountUnfrozen _,
          HolderAdded _,
          HolderRemoved _ ->
          Optional.empty();
    };
  }

  private static String with(AccountEvent event) {
    return switch (event) {
      case TransferSent e -> e.to().label();
      case TransferReceived e -> e.from().label();
      default -> "";
    };
  }

  private static String narrative(AccountEvent event) {
    return event instanceof TransactionReversed e ? e.reason() : event.details().narrative();
  }

  /**
   * Nothing for what moves no cash between drawers, and for cash that crosses the counter: that
   * stands in the accounts.
   */
  static Optional<Move> of(TillEvent event) {
    return switch (event) {
      case CashOffered e ->
          Optional.of(new Move(offered(e), e.cash().total().negated(), e.to().value(), ""));
      case CashDeclined e ->
          Optional.of(
              new Move(EntryKind.OFFER_NOT_TAKEN, e.cash().total(), e.to().value(), e.reason()));
      case CashAccepted e ->
          Optional.of(new Move(accepted(e), e.cash().total(), e.from().value(), ""));
      case CashBroughtIn e ->
          Optional.of(new Move(EntryKind.BROUGHT_IN, e.cash().total(), e.source(), ""));
      case CashSentOut e ->
          Optional.of(
              new Move(EntryKind.SENT_OUT, e.cash().total().negated(), e.destination(), ""));
      case CashOverShortBooked e ->
          Optional.of(new Move(EntryKind.OVER_SHORT, e.difference(), "", e.reason()));
      case TillOpened _, TillCashMoved _, TillCashCounted _, CashDelivered _, TillClosed _ ->
          Optional.empty();
    };
  }

  private static EntryKind offered(CashOffered e) {
    if (e.till().isVault()) {
      return EntryKind.VAULT_TO_TILL;
    }
    return e.to().isVault() ? EntryKind.TO_VAULT : EntryKind.TO_TILL;
  }

  private static EntryKind accepted(CashAccepted e) {
    if (e.till().isVault()) {
      return EntryKind.VAULT_FROM_TILL;
    }
    return e.from().isVault() ? EntryKind.FROM_VAULT : EntryKind.FROM_TILL;
  }

  /** What crossed the counter, net of change; named after the act. Nothing for an even swap. */
  static Optional<Move> acrossTheCounter(TillCashMoved event) {
    Money net = event.received().total().minus(event.given().total());
    return Optional.of(net)
        .filter(amount -> !amount.isZero())
        .map(amount -> new Move(kind(event.what(), amount.isPositive()), amount, "", ""));
  }

  /**
   * @param what the names of the commands, as the act was recorded under
   */
  private static EntryKind kind(String what, boolean in) {
    if (what.contains("reverse")) {
      return EntryKind.REVERSAL;
    }
    if (in) {
      return what.startsWith("open_account") ? EntryKind.OPENING_DEPOSIT : EntryKind.DEPOSIT;
    }
    return what.contains("close_account") ? EntryKind.CLOSING_PAYOUT : EntryKind.WITHDRAWAL;
  }
}

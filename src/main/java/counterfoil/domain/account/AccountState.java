package counterfoil.domain.account;

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
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.customer.CustomerNumber;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
   * @param restrictions what of the ledger balance cannot be taken out
   * @param holders the customers it belongs to, the main one first; may be empty
   * @param reversed the positions of this account's entries that were reversed, as they came; what
   *     a second reversal is told by
   */
  record Open(
      AccountNumber number,
      String holder,
      String product,
      Money ledger,
      Money overdraftLimit,
      Restrictions restrictions,
      List<CustomerNumber> holders,
      List<Long> reversed)
      implements AccountState {
    public Open {
      holders = List.copyOf(holders);
      reversed = List.copyOf(reversed);
    }

    /** An account without restrictions, known holders or reversals. */
    public Open(
        AccountNumber number, String holder, String product, Money ledger, Money overdraftLimit) {
      this(
          number,
          holder,
          product,
          ledger,
          overdraftLimit,
          Restrictions.none(ledger.getCurrencyUnit()),
          List.of(),
          List.of());
    }

    /** What a withdrawal or a transfer out may take; negative where fees went beyond it. */
    public Money available() {
      return availableWithHolds().minus(held());
    }

    /** As {@link #available}, if what is on hold could be taken as well. */
    public Money availableWithHolds() {
      return ledger.minus(minimumBalance()).plus(overdraftLimit);
    }

    /** The sum of all holds. */
    public Money held() {
      return restrictions.held();
    }

    public List<Hold> holds() {
      return restrictions.holds;
    }

    public Optional<Hold> hold(UUID id) {
      return restrictions.holds.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    public Money minimumBalance() {
      return restrictions.minimumBalance;
    }

    /** Why it is frozen; nothing if it is not. */
    public Optional<String> frozen() {
      return restrictions.frozen;
    }

    public CurrencyUnit currency() {
      return ledger.getCurrencyUnit();
    }

    private Open moved(AccountEvent event) {
      return new Open(
          number,
          holder,
          product,
          ledger.plus(event.moved().orElseThrow()),
          overdraftLimit,
          restrictions,
          holders,
          reversed);
    }

    private Open withOverdraft(Money limit) {
      return new Open(number, holder, product, ledger, limit, restrictions, holders, reversed);
    }

    private Open with(Restrictions changed) {
      return new Open(number, holder, product, ledger, overdraftLimit, changed, holders, reversed);
    }

    private Open heldBy(List<CustomerNumber> changed) {
      return new Open(
          number, holder, product, ledger, overdraftLimit, restrictions, changed, reversed);
    }

    private Open reversedAt(long position) {
      return new Open(
          number,
          holder,
          product,
          ledger,
          overdraftLimit,
          restrictions,
          holders,
          and(reversed, position));
    }
  }

  /**
   * What of the ledger balance cannot be taken out.
   *
   * @param minimumBalance what must be left on the account, zero or more
   * @param holds in the order in which they were placed
   * @param frozen why nothing at all can be taken out at the counter; nothing if it can
   */
  record Restrictions(Money minimumBalance, List<Hold> holds, Optional<String> frozen) {
    public Restrictions {
      holds = List.copyOf(holds);
    }

    public static Restrictions none(CurrencyUnit currency) {
      return new Restrictions(Money.zero(currency), List.of(), Optional.empty());
    }

    private Money held() {
      Money sum = Money.zero(minimumBalance.getCurrencyUnit());
      for (Hold hold : holds) {
        sum = sum.plus(hold.amount());
      }
      return sum;
    }

    private Restrictions withMinimum(Money amount) {
      return new Restrictions(amount, holds, frozen);
    }

    private Restrictions withFrozen(Optional<String> reason) {
      return new Restrictions(minimumBalance, holds, reason);
    }

    private Restrictions with(HoldPlaced e) {
      Hold hold = new Hold(e.holdId(), e.amount(), e.kind(), e.releaseOn(), e.reason());
      return new Restrictions(minimumBalance, and(holds, hold), frozen);
    }

    private Restrictions without(UUID holdId) {
      List<Hold> left = holds.stream().filter(hold -> !hold.id().equals(holdId)).toList();
      return new Restrictions(minimumBalance, left, frozen);
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
    if (event instanceof AccountOpened e) {
      CurrencyUnit currency = e.openingDeposit().getCurrencyUnit();
      return new Open(
          e.account(),
          e.holder(),
          e.product(),
          e.openingDeposit(),
          Money.zero(currency),
          Restrictions.none(currency),
          e.holders(),
          List.of());
    }
    throw outOfOrder(event);
  }

  private static AccountState open(Open open, AccountEvent event) {
    return switch (event) {
      case AccountOpened _ -> throw outOfOrder(event);
      case MoneyDeposited _,
          MoneyWithdrawn _,
          TransferSent _,
          TransferReceived _,
          ChequeDeposited _,
          FeeCharged _,
          InterestCredited _,
          OverdraftInterestCharged _ ->
          open.moved(event);
      case TransactionReversed e -> open.moved(e).reversedAt(e.position());
      case OverdraftLimitSet e -> open.withOverdraft(e.limit());
      case MinimumBalanceSet e -> open.with(open.restrictions.withMinimum(e.amount()));
      case HoldPlaced e -> open.with(open.restrictions.with(e));
      case HoldReleased e -> open.with(open.restrictions.without(e.holdId()));
      case AccountFrozen e -> open.with(open.restrictions.withFrozen(Optional.of(e.reason())));
      case AccountUnfrozen _ -> open.with(open.restrictions.withFrozen(Optional.empty()));
      case HolderAdded e -> open.heldBy(and(open.holders, e.holder()));
      case HolderRemoved e ->
          open.heldBy(open.holders.stream().filter(holder -> !holder.equals(e.holder())).toList());
      case AccountClosed _ -> new Closed(open.number, open.holder, open.product, open.currency());
    };
  }

  private static <T> List<T> and(List<T> earlier, T last) {
    return Stream.concat(earlier.stream(), Stream.of(last)).toList();
  }

  private static IllegalStateException outOfOrder(AccountEvent event) {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " cannot follow in this account's history");
  }
}

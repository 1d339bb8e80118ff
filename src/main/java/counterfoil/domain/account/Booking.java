package counterfoil.domain.account;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.account.Checks.exact;
import static counterfoil.domain.account.Checks.firstOf;
import static counterfoil.domain.account.Checks.refuseCredit;
import static counterfoil.domain.account.Checks.refuseDebit;
import static counterfoil.domain.account.Checks.refuseDetails;
import static counterfoil.domain.account.Checks.refuseReason;
import static counterfoil.domain.account.Checks.refuseWhen;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.ChargeFee;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.Reverse;
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
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.OverdraftInterestCharged;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.PostingRefusal.NotReversible;
import counterfoil.domain.account.PostingRefusal.PeriodBackwards;
import counterfoil.domain.account.PostingRefusal.PeriodNotOver;
import counterfoil.domain.account.PostingRefusal.ReversalOfReversal;
import counterfoil.domain.account.PostingRefusal.ReversedAlready;
import counterfoil.domain.account.PostingRefusal.TooManyReversals;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/** What the branch books by itself: fees, interest, corrections. */
final class Booking {
  /**
   * An account remembers each of its reversals, since that is what "once only" rests on. More than
   * a busy account comes to in its life; fewer than would weigh on its snapshots.
   */
  static final int MOST_REVERSALS = 10_000;

  private Booking() {}

  /** A fee may take the account below what is available; only the limit of balances holds. */
  static Decision<AccountEvent> chargeFee(Open open, ChargeFee c) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseDetails(c.details()),
            () -> refuseDebit(open, c.amount()))
        .orElseGet(() -> accepted(new FeeCharged(open.number(), exact(c.amount()), c.details())));
  }

  static Decision<AccountEvent> creditInterest(Open open, CreditInterest c, Circumstances now) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refusePeriod(c.period(), now.businessDate()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, c.amount()))
        .orElseGet(() ->
            accepted(
                new InterestCredited(open.number(), exact(c.amount()), c.period(), c.details())));
  }

  static Optional<Refusal> refusePeriod(Optional<InterestPeriod> given, LocalDate businessDate) {
    return given.flatMap(period ->
        refuseWhen(
                period.to().isBefore(period.from()),
                () -> new PeriodBackwards(period.from(), period.to()))
            .or(() ->
                refuseWhen(
                    period.to().isAfter(businessDate),
                    () -> new PeriodNotOver(period.to(), businessDate))));
  }

  /**
   * A reversal may take the account below what is available, frozen or not: what it takes back was
   * never the customer's. The hold that came with a cheque goes with it.
   */
  static Decision<AccountEvent> reverse(Open open, Reverse c) {
    Money undone = c.original().moved().orElseGet(() -> Money.zero(open.currency())).negated();
    return firstOf(
            () -> refuseReversal(c),
            () ->
                refuseWhen(
                    open.reversed().contains(c.position()),
                    () -> new ReversedAlready(open.number(), c.position())),
            () -> refuseReason(c.reason()),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(open, undone.toBigMoney()),
            () ->
                refuseWhen(
                    open.reversed().size() >= MOST_REVERSALS,
                    () -> new TooManyReversals(open.number(), MOST_REVERSALS)))
        .orElseGet(() -> {
          AccountEvent reversed =
              new TransactionReversed(
                  open.number(), c.position(), c.type(), undone, c.reason(), c.details());
          return c.holdId()
              .flatMap(open::hold)
              .map(hold ->
                  accepted(
                      reversed,
                      new HoldReleased(
                          open.number(), hold.id(), hold.amount(), c.reason(), c.details())))
              .orElseGet(() -> accepted(reversed));
        });
  }

  private static Optional<Refusal> refuseReversal(Reverse c) {
    return switch (c.original()) {
      case MoneyDeposited _,
          MoneyWithdrawn _,
          TransferSent _,
          TransferReceived _,
          ChequeDeposited _,
          FeeCharged _,
          InterestCredited _,
          OverdraftInterestCharged _ ->
          Optional.empty();
      case TransactionReversed _ -> Optional.of(new ReversalOfReversal(c.account(), c.position()));
      case AccountOpened _,
          AccountClosed _,
          OverdraftLimitSet _,
          MinimumBalanceSet _,
          HoldPlaced _,
          HoldReleased _,
          AccountFrozen _,
          AccountUnfrozen _,
          HolderAdded _,
          HolderRemoved _ ->
          Optional.of(new NotReversible(c.account(), c.position(), c.type()));
    };
  }
}

package counterfoil.domain.account;

import static counterfoil.domain.account.Checks.exact;
import static counterfoil.domain.account.Checks.firstOf;
import static counterfoil.domain.account.Checks.refuseCredit;
import static counterfoil.domain.account.Checks.refuseDetails;
import static counterfoil.domain.account.Checks.refuseFrozen;
import static counterfoil.domain.account.Checks.refuseWhen;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.Counterparty;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.TransferReceived;
import counterfoil.domain.account.AccountEvent.TransferSent;
import counterfoil.domain.account.AccountRefusal.AccountOverdrawn;
import counterfoil.domain.account.AccountRefusal.BalanceNotZero;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.RestrictionRefusal.HoldsOpen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** The end of an account: its interest is settled, and what is left goes out. */
final class Closing {
  private Closing() {}

  static Decision<AccountEvent> close(Open open, CloseAccount c, Circumstances now) {
    return firstOf(
            () -> refuseInterest(open, c.interest(), now),
            () -> refuseEnd(open, settled(open, c.interest())),
            () ->
                refuseWhen(
                    settled(open, c.interest()).isPositive() && !c.payout(),
                    () -> new BalanceNotZero(open.number(), settled(open, c.interest()))),
            () -> refuseDetails(c.details()))
        .orElseGet(() -> {
          List<AccountEvent> events = interestEvents(open, c.interest(), c.details());
          events.add(new AccountClosed(open.number(), settled(open, c.interest()), c.details()));
          return new Decision.Accepted<>(events);
        });
  }

  /** What is left is transferred first: the account is empty at its end. */
  static Decision<AccountEvent> closeInto(Open from, Open to, CloseInto c, Circumstances now) {
    return firstOf(
            () -> refuseInterest(from, c.interest(), now),
            () -> refuseEnd(from, settled(from, c.interest())),
            () -> refuseDetails(c.details()),
            () -> refuseCredit(to, settled(from, c.interest()).toBigMoney()))
        .orElseGet(() -> {
          Money left = settled(from, c.interest());
          List<AccountEvent> events = interestEvents(from, c.interest(), c.details());
          Counterparty payee = new Counterparty("", to.number().value());
          Counterparty payer = new Counterparty("", from.number().value());
          if (left.isPositive()) {
            events.add(new TransferSent(from.number(), left, payee, c.details()));
          }
          events.add(new AccountClosed(from.number(), Money.zero(from.currency()), c.details()));
          if (left.isPositive()) {
            events.add(new TransferReceived(to.number(), left, payer, c.details()));
          }
          return new Decision.Accepted<>(events);
        });
  }

  private static Optional<Refusal> refuseInterest(
      Open open, Optional<InterestDue> interest, Circumstances now) {
    return interest.flatMap(due ->
        Limits.refuseZeroOrMore(due.amount(), open.currency())
            .or(() -> Booking.refusePeriod(due.period(), now.businessDate()))
            .or(() -> refuseCredit(open, due.amount())));
  }

  private static Optional<Refusal> refuseEnd(Open open, Money left) {
    return refuseFrozen(open)
        .or(() ->
            refuseWhen(
                !open.holds().isEmpty(),
                () -> new HoldsOpen(open.number(), open.holds().size(), open.held())))
        .or(() -> refuseWhen(left.isNegative(), () -> new AccountOverdrawn(open.number(), left)));
  }

  private static Money settled(Open open, Optional<InterestDue> interest) {
    return interest.map(due -> open.ledger().plus(exact(due.amount()))).orElse(open.ledger());
  }

  private static List<AccountEvent> interestEvents(
      Open open, Optional<InterestDue> interest, Details details) {
    List<AccountEvent> events = new ArrayList<>();
    interest
        .filter(due -> due.amount().isPositive())
        .ifPresent(due ->
            events.add(
                new InterestCredited(open.number(), exact(due.amount()), due.period(), details)));
    return events;
  }
}

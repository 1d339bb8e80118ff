package counterfoil.domain.account;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;
import static counterfoil.domain.account.Checks.exact;
import static counterfoil.domain.account.Checks.firstOf;
import static counterfoil.domain.account.Checks.refuseDetails;
import static counterfoil.domain.account.Checks.refuseFrozen;
import static counterfoil.domain.account.Checks.refuseReason;
import static counterfoil.domain.account.Checks.refuseWhen;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand.Freeze;
import counterfoil.domain.account.AccountCommand.PlaceHold;
import counterfoil.domain.account.AccountCommand.ReleaseHold;
import counterfoil.domain.account.AccountCommand.SetMinimumBalance;
import counterfoil.domain.account.AccountCommand.SetOverdraftLimit;
import counterfoil.domain.account.AccountCommand.Unfreeze;
import counterfoil.domain.account.AccountEvent.AccountFrozen;
import counterfoil.domain.account.AccountEvent.AccountUnfrozen;
import counterfoil.domain.account.AccountEvent.HoldKind;
import counterfoil.domain.account.AccountEvent.HoldPlaced;
import counterfoil.domain.account.AccountEvent.HoldReleased;
import counterfoil.domain.account.AccountEvent.MinimumBalanceSet;
import counterfoil.domain.account.AccountEvent.OverdraftLimitSet;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.RestrictionRefusal.HoldBeyondBalance;
import counterfoil.domain.account.RestrictionRefusal.HoldExists;
import counterfoil.domain.account.RestrictionRefusal.HoldNotFound;
import counterfoil.domain.account.RestrictionRefusal.NotFrozen;
import counterfoil.domain.account.RestrictionRefusal.ReleaseDatePassed;
import counterfoil.domain.account.RestrictionRefusal.TooManyHolds;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** How much of an account can be taken out: holds, freezes, and the two limits. */
final class Restricting {
  /** Each is part of every snapshot of its account. */
  static final int MOST_HOLDS = 100;

  private Restricting() {}

  /** Holds may go beyond what is available, but not beyond what is there. */
  static Decision<AccountEvent> placeHold(Open open, PlaceHold c, Circumstances now) {
    return firstOf(
            () -> Limits.refusePositive(c.amount(), open.currency()),
            () -> refuseReason(c.reason()),
            () -> refuseDetails(c.details()),
            () -> refuseNewHold(open, c.holdId(), c.releaseOn(), now),
            () ->
                refuseWhen(
                    c.amount().plus(open.held()).isGreaterThan(open.ledger()),
                    () ->
                        new HoldBeyondBalance(
                            open.number(), exact(c.amount()), open.ledger(), open.held())))
        .orElseGet(() ->
            accepted(
                new HoldPlaced(
                    open.number(),
                    c.holdId(),
                    exact(c.amount()),
                    HoldKind.HOLD,
                    c.releaseOn(),
                    c.reason(),
                    c.details())));
  }

  static Optional<Refusal> refuseNewHold(
      Open open, UUID id, Optional<LocalDate> releaseOn, Circumstances now) {
    return releaseOn
        .filter(day -> day.isBefore(now.businessDate()))
        .<Refusal>map(day -> new ReleaseDatePassed(day, now.businessDate()))
        .or(() -> open.hold(id).map(hold -> new HoldExists(open.number(), hold.id())))
        .or(() ->
            refuseWhen(
                open.holds().size() >= MOST_HOLDS,
                () -> new TooManyHolds(open.number(), MOST_HOLDS)));
  }

  static Decision<AccountEvent> releaseHold(Open open, ReleaseHold c) {
    Optional<Hold> hold = open.hold(c.holdId());
    if (hold.isEmpty()) {
      return refused(new HoldNotFound(open.number(), c.holdId()));
    }
    return firstOf(() -> refuseReason(c.reason()), () -> refuseDetails(c.details()))
        .orElseGet(() ->
            accepted(
                new HoldReleased(
                    open.number(), c.holdId(), hold.get().amount(), c.reason(), c.details())));
  }

  static Decision<AccountEvent> freeze(Open open, Freeze c) {
    return firstOf(
            () -> refuseFrozen(open),
            () -> refuseReason(c.reason()),
            () -> refuseDetails(c.details()))
        .orElseGet(() -> accepted(new AccountFrozen(open.number(), c.reason(), c.details())));
  }

  static Decision<AccountEvent> unfreeze(Open open, Unfreeze c) {
    return firstOf(
            () -> refuseWhen(open.frozen().isEmpty(), () -> new NotFrozen(open.number())),
            () -> refuseReason(c.reason()),
            () -> refuseDetails(c.details()))
        .orElseGet(() -> accepted(new AccountUnfrozen(open.number(), c.reason(), c.details())));
  }

  static Decision<AccountEvent> setOverdraft(Open open, SetOverdraftLimit c) {
    return firstOf(
            () -> Limits.refuseZeroOrMore(c.limit(), open.currency()),
            () -> refuseDetails(c.details()))
        .orElseGet(
            () -> accepted(new OverdraftLimitSet(open.number(), exact(c.limit()), c.details())));
  }

  static Decision<AccountEvent> setMinimum(Open open, SetMinimumBalance c) {
    return firstOf(
            () -> Limits.refuseZeroOrMore(c.amount(), open.currency()),
            () -> refuseDetails(c.details()))
        .orElseGet(
            () -> accepted(new MinimumBalanceSet(open.number(), exact(c.amount()), c.details())));
  }
}

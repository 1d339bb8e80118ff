package counterfoil.domain.account;

import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountRefusal.AccountIsClosed;
import counterfoil.domain.account.AccountRefusal.AccountNotFound;
import counterfoil.domain.account.AccountRefusal.BalanceTooLarge;
import counterfoil.domain.account.AccountRefusal.InsufficientFunds;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.domain.account.RestrictionRefusal.AccountIsFrozen;
import counterfoil.domain.account.RestrictionRefusal.FundsOnHold;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.joda.money.BigMoney;
import org.joda.money.Money;

/** What the rules of an account have in common. */
final class Checks {
  static final int MAX_REASON_LENGTH = Limits.MAX_NARRATIVE_LENGTH;

  private Checks() {}

  static Decision<AccountEvent> whenOpen(
      AccountState state, AccountNumber number, Function<Open, Decision<AccountEvent>> rule) {
    return switch (state) {
      case Unopened _ -> refused(new AccountNotFound(number));
      case Closed _ -> refused(new AccountIsClosed(number));
      case Open open -> rule.apply(open);
    };
  }

  /** One check after the other: a later one may rely on what an earlier one has refused. */
  @SafeVarargs
  static Optional<Decision<AccountEvent>> firstOf(Supplier<Optional<Refusal>>... checks) {
    for (Supplier<Optional<Refusal>> check : checks) {
      Optional<Refusal> refusal = check.get();
      if (refusal.isPresent()) {
        return refusal.map(Decision::refused);
      }
    }
    return Optional.empty();
  }

  static Optional<Refusal> refuseWhen(boolean wrong, Supplier<? extends Refusal> refusal) {
    return wrong ? Optional.of(refusal.get()) : Optional.empty();
  }

  /** What leaves at the counter: nothing from a frozen account, and no more than is there. */
  static Optional<Refusal> refuseTaking(Open open, BigMoney amount, boolean heldMoneyAllowed) {
    return refuseFrozen(open)
        .or(() ->
            refuseWhen(
                amount.isGreaterThan(open.availableWithHolds()),
                () -> new InsufficientFunds(open.number(), open.available(), exact(amount))))
        .or(() ->
            refuseWhen(
                !heldMoneyAllowed && amount.isGreaterThan(open.available()),
                () ->
                    new FundsOnHold(open.number(), open.available(), open.held(), exact(amount))));
  }

  static Optional<Refusal> refuseFrozen(Open open) {
    return open.frozen().map(reason -> new AccountIsFrozen(open.number(), reason));
  }

  static Optional<Refusal> refuseCredit(Open open, BigMoney amount) {
    return refuseBalance(open, open.ledger().toBigMoney().plus(amount));
  }

  static Optional<Refusal> refuseDebit(Open open, BigMoney amount) {
    return refuseBalance(open, open.ledger().toBigMoney().minus(amount));
  }

  private static Optional<Refusal> refuseBalance(Open open, BigMoney balance) {
    return refuseWhen(
        balance.abs().isGreaterThan(Limits.largest(open.currency())),
        () -> new BalanceTooLarge(open.number(), Limits.largest(open.currency())));
  }

  static Optional<Refusal> refuseDetails(Details details) {
    return Limits.refuseText("reference", details.reference(), Limits.MAX_REFERENCE_LENGTH)
        .or(() -> Limits.refuseText("narrative", details.narrative(), Limits.MAX_NARRATIVE_LENGTH));
  }

  static Optional<Refusal> refuseReason(String reason) {
    return Limits.refuseName("reason", reason, MAX_REASON_LENGTH);
  }

  static Money exact(BigMoney amount) {
    return amount.toMoney(RoundingMode.UNNECESSARY);
  }
}

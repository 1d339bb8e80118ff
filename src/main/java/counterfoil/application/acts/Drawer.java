package counterfoil.application.acts;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.OrderRefusal.NoCashInvolved;
import counterfoil.application.dispatch.Change;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.CashRefusal.CashDoesNotMatch;
import counterfoil.domain.cash.CashRefusal.NoExactPayout;
import counterfoil.domain.cash.CashRefusal.NoSuchCash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.cash.Payout;
import counterfoil.domain.till.TillCommand.MoveCash;
import counterfoil.domain.till.TillDecider;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.Optional;
import org.joda.money.Money;

/** The teller's drawer while an act is decided: which notes and coins go which way. */
final class Drawer {
  private final TillId till;
  private final TillState state;
  private final Denominations denominations;
  private final TillDecider decider;

  Drawer(TillId till, Footing footing) {
    var currency = footing.scene().branch().currency();
    this.till = till;
    this.state = footing.standing().of(Subjects.till(till));
    this.denominations = footing.settings().denominations(currency);
    this.decider = new TillDecider(denominations, footing.settings().tillLimits());
  }

  TillState state() {
    return state;
  }

  /** What goes over the counter, either way, and what is recorded of it. */
  record Moved(Cash received, Cash given, TillState after, Change<?, ?> change) {}

  /** Either that, or why not. */
  sealed interface Answer {
    record Yes(Moved moved) implements Answer {}

    record No(Refusal refusal) implements Answer {}
  }

  /**
   * @param in what is paid in, in all
   * @param out what is paid out, in all; both may be at once (a cheque in, cash back)
   */
  Answer move(Money in, Money out, CashSlip slip, Optional<AccountNumber> account, String what) {
    Money net = in.minus(out);
    Cash none = Cash.none(denominations.currency());
    if (net.isZero() && slip.received().isEmpty() && slip.given().isEmpty()) {
      return new Answer.No(new NoCashInvolved(net));
    }
    Optional<Cash> received = received(net, slip);
    if (received.isEmpty()) {
      return new Answer.No(new NoSuchCash(net));
    }
    Money back = received.get().total().minus(net);
    if (back.isNegative()) {
      return new Answer.No(new CashDoesNotMatch(net, received.get().total()));
    }
    Optional<Cash> given =
        slip.given().isPresent()
            ? slip.given()
            : back.isZero() ? Optional.of(none) : propose(received.get(), back);
    if (given.isEmpty()) {
      return new Answer.No(new NoExactPayout(back));
    }
    if (!given.get().total().isEqual(back)) {
      return new Answer.No(new CashDoesNotMatch(back, given.get().total()));
    }
    boolean proposed =
        (slip.received().isEmpty() && !received.get().isEmpty())
            || (slip.given().isEmpty() && !given.get().isEmpty());
    return decided(new MoveCash(till, received.get(), given.get(), account, what, proposed));
  }

  private Optional<Cash> received(Money net, CashSlip slip) {
    if (slip.received().isPresent() || !net.isPositive()) {
      return Optional.of(slip.received().orElseGet(() -> Cash.none(denominations.currency())));
    }
    Money given =
        slip.given().map(Cash::total).orElseGet(() -> Money.zero(denominations.currency()));
    return Payout.fewestPieces(denominations, net.plus(given));
  }

  /** What was just received lies in the drawer already. */
  private Optional<Cash> propose(Cash received, Money back) {
    Cash drawer = state.drawer(denominations.currency());
    return drawer.refusePlus(received).isPresent()
        ? Optional.empty()
        : Payout.propose(drawer.plus(received), back);
  }

  private Answer decided(MoveCash command) {
    return switch (decider.decide(state, command)) {
      case Decision.Refused<TillEvent>(var refusal) -> new Answer.No(refusal);
      case Decision.Accepted<TillEvent>(var events) -> {
        TillState after = state;
        for (TillEvent event : events) {
          after = after.after(event);
        }
        yield new Answer.Yes(
            new Moved(
                command.received(),
                command.given(),
                after,
                new Change<>(Subjects.till(till), events)));
      }
    };
  }
}

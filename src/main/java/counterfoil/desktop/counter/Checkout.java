package counterfoil.desktop.counter;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.Rehearsal;
import counterfoil.application.Rehearsal.Possible;
import counterfoil.desktop.counter.CashForm.Way;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountCommand.Withdraw;
import counterfoil.domain.cash.Cash;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is to be recorded together: the acts in the basket, the one being typed, and the notes and
 * coins that go with them.
 */
final class Checkout {
  private final CurrencyUnit currency;
  private final boolean staffed;
  private final Basket basket;
  private final CashForm cash;
  private final Forecast forecast;

  Checkout(CurrencyUnit currency, boolean staffed, CashForm cash, Forecast forecast) {
    this.currency = currency;
    this.staffed = staffed;
    this.basket = new Basket();
    this.cash = cash;
    this.forecast = forecast;
  }

  Basket basket() {
    return basket;
  }

  CashForm cash() {
    return cash;
  }

  Forecast forecast() {
    return forecast;
  }

  /** All acts in their order; nothing while the one being typed is not whole. */
  Optional<List<AccountCommand>> commands(Optional<AccountCommand> typed, boolean nothingTyped) {
    if (typed.isEmpty() && (basket.isEmpty() || !nothingTyped)) {
      return Optional.empty();
    }
    List<AccountCommand> all = new ArrayList<>(basket.commands());
    typed.filter(_ -> !nothingTyped || basket.isEmpty()).ifPresent(all::add);
    return Optional.of(all);
  }

  /** The order as it would be handed over; its cash only where what was typed will do. */
  Order order(List<AccountCommand> commands) {
    return new Serve(commands, slip());
  }

  private CashSlip slip() {
    CashForm.Count count = cash.countProperty().get();
    if (!count.fits()) {
      return CashSlip.NONE;
    }
    return switch (count.way()) {
      case IN -> new CashSlip(count.told(), Optional.empty());
      case OUT -> new CashSlip(Optional.empty(), count.told());
      case NONE -> CashSlip.NONE;
    };
  }

  /** Tells the cash what it is for; without staff there is no till, and so no cash. */
  void expectCash(Optional<List<AccountCommand>> commands) {
    if (!staffed || commands.isEmpty()) {
      cash.expect(Way.NONE, Optional.empty());
      return;
    }
    Optional<Money> net = net(commands.get());
    if (net.isEmpty()) {
      cash.expect(paysOutTheRest(commands.get()) ? Way.OUT : Way.NONE, paidOut());
    } else if (net.get().isZero()) {
      cash.expect(Way.NONE, Optional.empty());
    } else {
      cash.expect(net.get().isPositive() ? Way.IN : Way.OUT, net.map(Money::abs));
    }
  }

  private static boolean paysOutTheRest(List<AccountCommand> commands) {
    return commands.stream().anyMatch(c -> c instanceof CloseAccount close && close.payout());
  }

  /** What a closing hands out: with the interest that is settled, only the ledger knows. */
  private Optional<Money> paidOut() {
    return forecast
        .saidProperty()
        .get()
        .flatMap(said -> said.rehearsal() instanceof Possible p ? p.given() : Optional.empty())
        .map(Cash::total);
  }

  /** What the customer pays in less what they get; nothing where that is not known here. */
  private Optional<Money> net(List<AccountCommand> commands) {
    BigMoney net = BigMoney.zero(currency);
    for (AccountCommand command : commands) {
      switch (command) {
        case Deposit c -> net = net.plus(c.amount());
        case OpenAccount c -> net = net.plus(c.openingDeposit());
        case Withdraw c -> net = net.minus(c.amount());
        case CloseAccount c when c.payout() -> {
          return Optional.empty();
        }
        default -> {}
      }
    }
    return net.getAmount().stripTrailingZeros().scale() > currency.getDecimalPlaces()
        ? Optional.empty()
        : Optional.of(net.toMoney(RoundingMode.UNNECESSARY));
  }

  /** Takes what the ledger proposes for the cash that nobody has typed. */
  void propose(Optional<Rehearsal> rehearsal) {
    cash.propose(
        rehearsal
            .filter(Possible.class::isInstance)
            .map(Possible.class::cast)
            .flatMap(p -> cash.countProperty().get().way() == Way.IN ? p.received() : p.given()));
  }

  boolean clear() {
    boolean something = basket.clear();
    something |= cash.clear();
    return something;
  }
}

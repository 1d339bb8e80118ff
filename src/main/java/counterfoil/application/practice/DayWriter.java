package counterfoil.application.practice;

import counterfoil.application.Order;
import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.practice.DayStep.Ending;
import counterfoil.application.practice.DayStep.Manner;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.cash.Denominations;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.till.TillId;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Writes the scripted day step by step and keeps its own books beside it, in plain sums: what the
 * ledger must agree with in the end.
 */
final class DayWriter {
  private final CurrencyUnit currency;
  private final Denominations denominations;
  private final List<DayStep> steps = new ArrayList<>();
  private final Map<AccountNumber, Money> balances = new HashMap<>();
  private final Map<TillId, Cash> drawers = new HashMap<>();
  private Money overShort;
  private LocalTime clock = LocalTime.of(8, 30);

  DayWriter(CurrencyUnit currency) {
    this.currency = currency;
    this.denominations = Denominations.builtIn(currency);
    this.overShort = Money.zero(currency);
  }

  List<DayStep> steps() {
    return List.copyOf(steps);
  }

  DayFigures figures() {
    return new DayFigures(balances, drawers, overShort);
  }

  /** The next step is at this time; those after it some minutes later each. */
  void at(int hour, int minute) {
    clock = LocalTime.of(hour, minute);
  }

  UUID posts(StaffName who, String what, Order order) {
    return step(who, what, _ -> order, Manner.PLAIN, new Ending.Posted());
  }

  UUID serves(StaffName who, String what, CashSlip cash, AccountCommand... commands) {
    return posts(who, what, new Serve(List.of(commands), cash));
  }

  UUID serves(StaffName who, String what, AccountCommand command) {
    return serves(who, what, CashSlip.NONE, command);
  }

  UUID signed(StaffName who, String what, Function<ToLongFunction<UUID>, Order> order) {
    return step(who, what, order, Manner.SIGNED, new Ending.Posted());
  }

  UUID refused(StaffName who, String what, String code, Order order) {
    return step(who, what, _ -> order, Manner.PLAIN, new Ending.Refused(code));
  }

  /** Asks for the approval of an order. */
  UUID asks(StaffName who, String what, Order order) {
    return step(who, what, _ -> order, Manner.ASKS, new Ending.Asked());
  }

  /** The same order again, after somebody has answered. */
  void again(UUID asked, Ending ending) {
    DayStep first =
        steps.stream().filter(step -> step.commandId().equals(asked)).findFirst().orElseThrow();
    steps.add(
        new DayStep(next(), first.who(), asked, first.what(), first.order(), Manner.PLAIN, ending));
  }

  UUID step(
      StaffName who,
      String what,
      Function<ToLongFunction<UUID>, Order> order,
      Manner manner,
      Ending ending) {
    UUID id = id(steps.size());
    steps.add(new DayStep(next(), who, id, what, order, manner, ending));
    return id;
  }

  private LocalTime next() {
    LocalTime at = clock;
    clock = clock.plusMinutes(3);
    return at;
  }

  private static UUID id(int number) {
    return UUID.nameUUIDFromBytes(("teller's day " + number).getBytes(StandardCharsets.US_ASCII));
  }

  /** Books money into an account, or out of it where the amount is negative. */
  void book(AccountNumber account, String amount) {
    balances.merge(account, money(amount), Money::plus);
  }

  void into(TillId till, Cash cash) {
    drawers.merge(till, cash, Cash::plus);
  }

  void outOf(TillId till, Cash cash) {
    drawers.put(till, drawer(till).minus(cash));
  }

  Cash drawer(TillId till) {
    return drawers.getOrDefault(till, Cash.none(currency));
  }

  /** A count that differs: the drawer is what was counted from here on. */
  void counted(TillId till, Cash counted) {
    overShort = overShort.plus(counted.total()).minus(drawer(till).total());
    drawers.put(till, counted);
  }

  Money money(String amount) {
    return Money.of(currency, new BigDecimal(amount));
  }

  /** Pieces by denomination, as {@code 50x2 0.50x7}. */
  Cash cash(String piles) {
    Map<String, Integer> written = new HashMap<>();
    for (String pile : piles.split(" ", -1)) {
      int times = pile.indexOf('x');
      written.put(pile.substring(0, times), Integer.valueOf(pile.substring(times + 1)));
    }
    Cash cash = Cash.ofWritten(currency, written);
    denominations
        .refuse(cash)
        .ifPresent(refusal -> {
          throw new IllegalArgumentException(refusal.code());
        });
    return cash;
  }

  static CashSlip received(Cash cash) {
    return new CashSlip(Optional.of(cash), Optional.empty());
  }

  static CashSlip given(Cash cash) {
    return new CashSlip(Optional.empty(), Optional.of(cash));
  }
}

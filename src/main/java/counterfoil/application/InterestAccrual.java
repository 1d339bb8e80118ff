package counterfoil.application;

import counterfoil.application.Order.Serve;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CloseAccount;
import counterfoil.domain.account.AccountCommand.CloseInto;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.Interest;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.Settings;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.AccountEvents;
import counterfoil.projection.AccountLine;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What an account has earned by its product's rate, from its history. Reads. */
final class InterestAccrual {
  private final EventStore store;
  private final Inquiries inquiries;
  private final CurrencyUnit currency;
  private final Supplier<Settings> settings;
  private final Supplier<LocalDate> businessDate;

  InterestAccrual(
      EventStore store,
      Inquiries inquiries,
      CurrencyUnit currency,
      Supplier<Settings> settings,
      Supplier<LocalDate> businessDate) {
    this.store = store;
    this.inquiries = inquiries;
    this.currency = currency;
    this.settings = settings;
    this.businessDate = businessDate;
  }

  /** What the accounts have earned that an order closes, or credits with interest. */
  Map<AccountNumber, InterestDue> of(Serve order) {
    Map<AccountNumber, InterestDue> earned = new HashMap<>();
    for (AccountCommand command : order.commands()) {
      switch (command) {
        case CloseAccount c -> due(c.account()).ifPresent(due -> earned.put(c.account(), due));
        case CloseInto c -> due(c.from()).ifPresent(due -> earned.put(c.from(), due));
        case CreditInterest c ->
            c.period()
                .flatMap(period -> uncredited(c.account(), period))
                .ifPresent(due -> earned.put(c.account(), due));
        default -> {
          // Nothing else has to do with interest.
        }
      }
    }
    return earned;
  }

  /** Whether an order has to do with interest: such are done one after the other. */
  static boolean concerns(Serve order) {
    return order.commands().stream()
        .anyMatch(command ->
            command instanceof CloseAccount
                || command instanceof CloseInto
                || command instanceof CreditInterest);
  }

  /** What is to be settled when the account is closed today: since interest was credited last. */
  Optional<InterestDue> due(AccountNumber number) {
    LocalDate yesterday = businessDate.get().minusDays(1);
    return product(number)
        .flatMap(_ -> since(number))
        .filter(from -> !from.isAfter(yesterday))
        .flatMap(from -> earned(number, new InterestPeriod(from, yesterday)));
  }

  /** What was earned on those days of a period that interest was not credited for yet. */
  Optional<InterestDue> uncredited(AccountNumber number, InterestPeriod period) {
    return product(number)
        .flatMap(_ -> since(number))
        .map(since -> since.isAfter(period.from()) ? since : period.from())
        .filter(from -> !from.isAfter(period.to()))
        .flatMap(from -> earned(number, new InterestPeriod(from, period.to())));
  }

  /** What was earned in a period; nothing where that is nothing. */
  Optional<InterestDue> earned(AccountNumber number, InterestPeriod period) {
    Optional<Product> product = product(number);
    if (product.isEmpty()) {
      return Optional.empty();
    }
    List<Interest.Step> steps = new ArrayList<>();
    for (JournalLine line : history(number)) {
      LocalDate day = line.postedOn();
      if (!steps.isEmpty() && !steps.getLast().date().isBefore(day)) {
        day = steps.removeLast().date();
      }
      steps.add(new Interest.Step(day, line.balance().orElseThrow()));
    }
    Money amount = Interest.simple(period, steps, currency, product.get().interestPercent());
    return amount.isPositive()
        ? Optional.of(new InterestDue(amount.toBigMoney(), Optional.of(period)))
        : Optional.empty();
  }

  private Optional<Product> product(AccountNumber number) {
    return inquiries
        .account(number)
        .map(AccountLine::product)
        .flatMap(code -> settings.get().product(code, currency))
        .filter(product -> product.interestPercent().signum() > 0);
  }

  /** The first day after all those that interest was credited for, and not taken back. */
  private Optional<LocalDate> since(AccountNumber number) {
    List<JournalLine> history = history(number);
    Set<Long> reversed = new HashSet<>();
    for (JournalLine line : history) {
      if (event(line) instanceof TransactionReversed taken) {
        reversed.add(taken.position());
      }
    }
    return history.stream()
        .filter(line -> line.type().equals(AccountEvents.INTEREST_CREDITED))
        .filter(line -> !reversed.contains(line.position()))
        .map(this::after)
        .max(Comparator.naturalOrder())
        .or(() -> history.stream().findFirst().map(JournalLine::postedOn));
  }

  private LocalDate after(JournalLine line) {
    LocalDate last =
        event(line) instanceof InterestCredited credited
            ? credited.period().map(InterestPeriod::to).orElse(line.postedOn())
            : line.postedOn();
    return last.plusDays(1);
  }

  /** Of the two types that are asked for; looking at any other entry would take its time. */
  private @Nullable AccountEvent event(JournalLine line) {
    boolean asked =
        line.type().equals(AccountEvents.INTEREST_CREDITED)
            || line.type().equals(AccountEvents.TRANSACTION_REVERSED);
    return asked
        ? store
            .at(line.position())
            .map(entry -> AccountEvents.KIND.decode(entry.type(), entry.payload()))
            .orElse(null)
        : null;
  }

  /** The oldest first. */
  private List<JournalLine> history(AccountNumber number) {
    List<JournalLine> lines = new ArrayList<>();
    inquiries.eachOfHistory(number, Long.MAX_VALUE, lines::add);
    return lines;
  }
}

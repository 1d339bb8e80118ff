package counterfoil.application;

import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.account.AccountEvent.InterestCredited;
import counterfoil.domain.account.AccountEvent.InterestPeriod;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

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

  /** The first day that interest was not credited for yet. */
  private Optional<LocalDate> since(AccountNumber number) {
    List<JournalLine> history = history(number);
    return history.reversed().stream()
        .filter(line -> line.type().equals(AccountEvents.INTEREST_CREDITED))
        .findFirst()
        .map(this::after)
        .or(() -> history.stream().findFirst().map(JournalLine::postedOn));
  }

  private LocalDate after(JournalLine line) {
    return store
        .at(line.position())
        .map(entry -> AccountEvents.KIND.decode(entry.type(), entry.payload()))
        .flatMap(event ->
            event instanceof InterestCredited credited ? credited.period() : Optional.empty())
        .map(InterestPeriod::to)
        .orElse(line.postedOn())
        .plusDays(1);
  }

  /** The oldest first. */
  private List<JournalLine> history(AccountNumber number) {
    List<JournalLine> lines = new ArrayList<>();
    inquiries.eachOfHistory(number, Long.MAX_VALUE, lines::add);
    return lines;
  }
}

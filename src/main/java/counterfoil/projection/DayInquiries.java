package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountEvent.AccountClosed;
import counterfoil.domain.account.AccountEvent.AccountOpened;
import counterfoil.domain.account.AccountEvent.Means;
import counterfoil.domain.account.AccountEvent.MoneyDeposited;
import counterfoil.domain.account.AccountEvent.MoneyWithdrawn;
import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.projection.CustomerCash.CashPosting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Questions about one business date. As {@link Inquiries} in everything else. */
public final class DayInquiries {
  private static final int AT_A_TIME = 1000;

  private final Query query;
  private final EventStore store;
  private final Inquiries inquiries;
  private final Rows rows;

  DayInquiries(DataSource database, EventStore store, CurrencyUnit currency, Inquiries inquiries) {
    this.query = new Query(database);
    this.store = store;
    this.inquiries = inquiries;
    this.rows = new Rows(currency);
  }

  /**
   * Positions that follow on each other, of entries of one business date.
   *
   * @param to included
   */
  public record Stretch(long from, long to) {}

  /** Where the entries of a business date lie; one stretch for a branch that keeps its days. */
  public List<Stretch> stretches(LocalDate date) {
    long last = inquiries.lastPosition();
    return query
        .list(
            "SELECT position FROM journal_day WHERE posted_on = ? ORDER BY position",
            row -> row.getLong(1),
            date)
        .stream()
        .map(from -> new Stretch(from, endOf(from, last)))
        .toList();
  }

  private long endOf(long from, long last) {
    return query
        .first(
            "SELECT position FROM journal_day WHERE position > ? ORDER BY position LIMIT 1",
            row -> row.getLong(1) - 1,
            from)
        .orElse(last);
  }

  /** Everything recorded on a business date, in the order of the ledger, one by one. */
  public void eachOn(LocalDate date, Consumer<JournalLine> consumer) {
    for (Stretch stretch : stretches(date)) {
      query.each(
          Rows.SELECT_JOURNAL + " WHERE position BETWEEN ? AND ? ORDER BY position",
          rows::journal,
          consumer,
          stretch.from(),
          stretch.to());
    }
  }

  /** The entries themselves, in the order of the ledger, one by one. */
  public void eachEntryOn(LocalDate date, Consumer<Entry> consumer) {
    for (Stretch stretch : stretches(date)) {
      for (long from = stretch.from(); from <= stretch.to(); from += AT_A_TIME) {
        int count = Math.toIntExact(Math.min(AT_A_TIME, stretch.to() - from + 1));
        store.read(from, count).forEach(consumer);
      }
    }
  }

  /**
   * The cash of each customer on a business date, in the order of their first posting. What was
   * reversed on the same date is left out, with its reversal; cash that goes back later counts on
   * the date on which it does.
   */
  public List<CustomerCash> cash(LocalDate date) {
    Map<Long, Money> amounts = new LinkedHashMap<>();
    eachEntryOn(
        date,
        entry -> {
          if (Journal.ofAccount(entry)) {
            AccountEvent event = Journal.read(entry);
            if (event instanceof TransactionReversed reversal) {
              boolean today = amounts.remove(reversal.position()) != null;
              if (!today && wasCash(reversal.position())) {
                amounts.put(entry.position(), reversal.amount());
              }
            } else if (isCash(event)) {
              amounts.put(entry.position(), event.moved().orElseThrow());
            }
          }
        });
    amounts.values().removeIf(Money::isZero);
    return byCustomer(date, amounts);
  }

  private boolean wasCash(long position) {
    return store
        .at(position)
        .filter(Journal::ofAccount)
        .filter(entry -> isCash(Journal.read(entry)))
        .isPresent();
  }

  private static boolean isCash(AccountEvent event) {
    return switch (event) {
      case AccountOpened _, AccountClosed _ -> true;
      case MoneyDeposited e -> e.means() == Means.CASH;
      case MoneyWithdrawn e -> e.means() == Means.CASH;
      default -> false;
    };
  }

  private List<CustomerCash> byCustomer(LocalDate date, Map<Long, Money> amounts) {
    Map<String, List<CashPosting>> postings = new LinkedHashMap<>();
    eachOn(
        date,
        line ->
            Optional.ofNullable(amounts.get(line.position()))
                .ifPresent(amount ->
                    postings
                        .computeIfAbsent(
                            line.account().orElseThrow().value(), _ -> new ArrayList<>())
                        .add(new CashPosting(line, amount))));
    Map<String, AccountLine> accounts =
        inquiries.accounts(List.copyOf(postings.keySet())).stream()
            .collect(Collectors.toMap(line -> line.number().value(), Function.identity()));
    Map<String, CustomerCash> customers = new LinkedHashMap<>();
    postings.forEach((number, own) -> {
      AccountLine account = accounts.get(number);
      if (account != null) {
        String key = account.customer().map(c -> "customer " + c).orElse("account " + number);
        customers.merge(
            key,
            new CustomerCash(date, account.customer(), account.holder(), own),
            DayInquiries::together);
      }
    });
    return List.copyOf(customers.values());
  }

  private static CustomerCash together(CustomerCash one, CustomerCash other) {
    List<CashPosting> all = new ArrayList<>(one.postings());
    all.addAll(other.postings());
    all.sort((a, b) -> Long.compare(a.line().position(), b.line().position()));
    return new CustomerCash(one.date(), one.customer(), one.name(), all);
  }
}

package counterfoil.projection;

import counterfoil.domain.account.AccountEvent.TransactionReversed;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.projection.AccountSelection.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Questions to the read models. Safe from any thread, may block on the disk: never call on the
 * screen's thread. An answer includes everything acknowledged before the question. Throws {@link
 * QueryFailed} where the database does not answer.
 */
public final class Inquiries {
  /** The most lines that one answer of the journal holds. */
  public static final int MAX_LINES = 10_000;

  private final Query query;
  private final Rows rows;
  private final CurrencyUnit currency;
  private final Moments moments;
  private final Entries entries;
  private final DataSource database;
  private final EventStore store;

  public Inquiries(DataSource database, EventStore store, CurrencyUnit currency) {
    this.query = new Query(database);
    this.rows = new Rows(currency);
    this.currency = currency;
    this.moments = new Moments(query);
    this.entries = new Entries(store);
    this.database = database;
    this.store = store;
  }

  public CustomerInquiries customers() {
    return new CustomerInquiries(database, store, currency);
  }

  /** What accounts' holds, days and reversals are asked for; balances are asked for here. */
  public AccountInquiries postings() {
    return new AccountInquiries(database, store, currency);
  }

  public TillInquiries tills() {
    return new TillInquiries(database, store, currency);
  }

  public BranchInquiries branch() {
    return new BranchInquiries(database, currency);
  }

  public DayInquiries days() {
    return new DayInquiries(database, store, currency, this);
  }

  public ExceptionInquiries exceptions() {
    return new ExceptionInquiries(database, store, currency, days());
  }

  /** The numbers of the selected accounts, in order. */
  public List<String> accountNumbers(AccountSelection selection) {
    if (selection.order() != Order.NUMBER || selection.descending()) {
      return accountListing(selection).numbers();
    }
    // Out of the index alone and sorted here, that takes a tenth of what the database takes.
    List<String> numbers =
        selection.text().isEmpty()
            ? query.list("SELECT number FROM account", row -> row.getString(1))
            : query.list(
                "SELECT number FROM account WHERE search LIKE ? ESCAPE '!'",
                row -> row.getString(1),
                Query.containing(selection.text()));
    return numbers.stream()
        .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** The numbers of the selected accounts, in order, with what they hold together. */
  public AccountListing accountListing(AccountSelection selection) {
    String direction = selection.descending() ? " DESC" : "";
    String sql =
        "SELECT number, ledger FROM account"
            + (selection.text().isEmpty() ? "" : " WHERE search LIKE ? ESCAPE '!'")
            + " ORDER BY "
            + orderOf(selection.order(), direction);
    return selection.text().isEmpty()
        ? query.run(sql, this::listing)
        : query.run(sql, this::listing, Query.containing(selection.text()));
  }

  private AccountListing listing(ResultSet row) throws SQLException {
    List<String> numbers = new ArrayList<>();
    long total = 0;
    while (row.next()) {
      numbers.add(row.getString(1));
      total += row.getLong(2);
    }
    return new AccountListing(numbers, Money.ofMinor(currency, total));
  }

  /** The accounts of these numbers, in the order given; numbers without an account are left out. */
  public List<AccountLine> accounts(List<String> numbers) {
    Map<String, AccountLine> found =
        query
            .list(
                Rows.SELECT_ACCOUNT + " WHERE a.number = ANY (?)",
                rows::account,
                (Object) numbers.toArray(new String[0]))
            .stream()
            .collect(Collectors.toMap(line -> line.number().value(), Function.identity()));
    List<AccountLine> lines = new ArrayList<>(numbers.size());
    for (String number : numbers) {
      AccountLine line = found.get(number);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The same, at {@code position} beside now. */
  public List<AccountThen> accountsThen(List<String> numbers, long position) {
    return accounts(numbers).stream()
        .map(now -> new AccountThen(now, asOf(now, position)))
        .toList();
  }

  /** Every account opened by {@code position}, as of it, in the order of numbers, one by one. */
  public void eachAccount(long position, Consumer<AccountLine> consumer) {
    query.each(
        Rows.SELECT_ACCOUNT + " ORDER BY " + orderOf(Order.NUMBER, ""),
        rows::account,
        now -> asOf(now, position).ifPresent(consumer));
  }

  public Optional<AccountLine> account(AccountNumber number) {
    return query.first(Rows.SELECT_ACCOUNT + " WHERE a.number = ?", rows::account, number.value());
  }

  /** The account as of a position; nothing if it was not open yet. */
  public Optional<AccountLine> account(AccountNumber number, long position) {
    return account(number).flatMap(now -> asOf(now, position));
  }

  /** The version that an account had as of a position; -1 if it was not open yet. */
  public long version(AccountNumber number, long position) {
    return query
        .first(
            """
            SELECT version FROM journal WHERE account = ? AND position <= ?
            ORDER BY account DESC, position DESC FETCH FIRST ROW ONLY
            """,
            row -> row.getLong(1),
            number.value(),
            position)
        .orElse(ExpectedVersion.NONE);
  }

  /** What has changed since is in the journal's row; name, product and opening day never change. */
  private Optional<AccountLine> asOf(AccountLine now, long position) {
    if (position >= now.lastPosition()) {
      return Optional.of(now);
    }
    return query.first(
        """
        SELECT balance, overdraft, held, minimum, frozen, customer, version, position, type,
          posted_on FROM journal
        WHERE account = ? AND position <= ? ORDER BY account DESC, position DESC
        FETCH FIRST ROW ONLY
        """,
        row -> rows.accountThen(now, row),
        now.number().value(),
        position);
  }

  /**
   * At most {@code atMost} lines of an account's history with versions below {@code beforeVersion},
   * newest first. The opening deposit is in it, so that the amounts add up to the balance.
   */
  public List<JournalLine> history(AccountNumber number, long beforeVersion, int atMost) {
    return query.list(
        Rows.SELECT_JOURNAL
            + " WHERE account = ? AND version < ? ORDER BY account DESC, position DESC LIMIT ?",
        rows::journal,
        number.value(),
        beforeVersion,
        atMost);
  }

  /** An account's whole history up to a position, oldest first, one by one. */
  public void eachOfHistory(
      AccountNumber number, long upToPosition, Consumer<JournalLine> consumer) {
    query.each(
        Rows.SELECT_JOURNAL + " WHERE account = ? AND position <= ? ORDER BY account, position",
        rows::journal,
        consumer,
        number.value(),
        upToPosition);
  }

  /** The search for the selected entries; it asks for nothing before its first piece. */
  public JournalSearch search(JournalSelection selection, boolean newestFirst) {
    return new JournalSearch(query, selection, newestFirst);
  }

  /** The positions of the selected entries, ascending. */
  public long[] positions(JournalSelection selection) {
    JournalSearch search = search(selection, false);
    List<long[]> pieces = new ArrayList<>();
    while (!search.ended()) {
      pieces.add(search.next());
    }
    return pieces.stream().flatMapToLong(Arrays::stream).toArray();
  }

  /** The lines at these positions, in the order given; at most {@value #MAX_LINES}. */
  public List<JournalLine> journal(long[] positions) {
    Object[] wanted = Arrays.stream(positions).limit(MAX_LINES).boxed().toArray(Long[]::new);
    Map<Long, JournalLine> found = new HashMap<>();
    query.each(
        Rows.SELECT_JOURNAL + " WHERE position = ANY (?)",
        rows::journal,
        line -> found.put(line.position(), line),
        (Object) wanted);
    List<JournalLine> lines = new ArrayList<>(wanted.length);
    for (Object position : wanted) {
      JournalLine line = found.get(position);
      if (line != null) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** The first {@value #MAX_LINES} lines from one position to another, both included, ascending. */
  public List<JournalLine> journal(long fromPosition, long toPosition) {
    return query.list(
        Rows.SELECT_JOURNAL + " WHERE position BETWEEN ? AND ? ORDER BY position LIMIT ?",
        rows::journal,
        fromPosition,
        toPosition,
        MAX_LINES);
  }

  /** All entries of the act that an entry belongs to, in order. */
  public List<Entry> act(Entry entry) {
    return entries.act(entry);
  }

  /** One entry with what it changed; nothing if the ledger does not reach so far. */
  public Optional<EntryDetails> entry(long position) {
    return query
        .first(Rows.SELECT_JOURNAL + " WHERE position = ?", rows::journal, position)
        .flatMap(line ->
            entries.details(
                line,
                line.account().flatMap(number -> account(number, position - 1)),
                line.account().flatMap(number -> account(number, position))));
  }

  /** What led to an entry and what came of it; nothing if the ledger does not reach so far. */
  public Causes causes(long position) {
    return store.at(position).map(this::causes).orElse(Causes.NONE);
  }

  private Causes causes(Entry entry) {
    Causes approvals = entries.ofApprovals(entry);
    List<Long> causes = new ArrayList<>(approvals.causes());
    List<Long> effects = new ArrayList<>(approvals.effects());
    postings()
        .original(entry.position())
        .ifPresent(posting -> {
          posting.reversedBy().ifPresent(effects::add);
          if (posting.event() instanceof TransactionReversed reversal) {
            causes.add(reversal.position());
          }
        });
    return new Causes(causes, effects);
  }

  /** All zero at position 0. */
  public BranchTotals totals(long position) {
    return query
        .first(
            """
            SELECT position, on_book, open_accounts FROM journal WHERE position <= ?
            ORDER BY position DESC FETCH FIRST ROW ONLY
            """,
            row -> new BranchTotals(row.getLong(1), rows.onBook(row), row.getLong(3)),
            position)
        .orElseGet(() -> new BranchTotals(0, Money.zero(currency), 0));
  }

  /** The last position; 0 for an empty ledger. */
  public long lastPosition() {
    return moments.lastPosition();
  }

  /** The last position whose moment is not after {@code time}; 0 if there is none. */
  public long positionAt(Instant time) {
    return moments.positionAt(time);
  }

  /** The moment of an entry; nothing if there is no such entry. */
  public Optional<Instant> momentOf(long position) {
    return moments.momentOf(position);
  }

  /** Entries over time in {@code buckets} equal stretches; the last one includes {@code to}. */
  public Density density(Instant from, Instant to, int buckets, JournalSelection selection) {
    return selection.everything()
        ? moments.density(from, to, buckets)
        : moments.density(from, to, buckets, positions(selection));
  }

  /** The type names that occur, in alphabetical order. */
  public List<String> types() {
    return query.list("SELECT type FROM journal_type ORDER BY type", row -> row.getString(1));
  }

  /** The types of all entries from one position to another, both included, in their order. */
  public void eachType(long fromPosition, long toPosition, Consumer<String> consumer) {
    query.each(
        "SELECT type FROM journal WHERE position BETWEEN ? AND ? ORDER BY position",
        row -> row.getString(1),
        consumer,
        fromPosition,
        toPosition);
  }

  /** The next entry of an account after a position; the last before it if {@code back}. */
  public Optional<Long> changeOf(AccountNumber number, long position, boolean back) {
    String order = back ? " DESC" : "";
    return query.first(
        "SELECT position FROM journal WHERE account = ? AND position "
            + (back ? "<" : ">")
            + " ? ORDER BY account%1$s, position%1$s FETCH FIRST ROW ONLY".formatted(order),
        row -> row.getLong(1),
        number.value(),
        position);
  }

  /** The first entry with such a reference, whole and in these very letters. */
  public Optional<Long> referred(String reference) {
    return query.first(
        "SELECT position FROM journal WHERE reference = ? ORDER BY position FETCH FIRST ROW ONLY",
        row -> row.getLong(1),
        reference);
  }

  /** Shorter numbers first, so that 9 comes before 10. */
  private static String orderOf(Order order, String direction) {
    String number = "CHAR_LENGTH(number)" + direction + ", number" + direction;
    return switch (order) {
      case NUMBER -> number;
      case HOLDER -> "holder_order" + direction + ", " + number;
      case PRODUCT -> "product_order" + direction + ", " + number;
      case LEDGER -> "ledger" + direction + ", " + number;
      case AVAILABLE -> "ledger - held - minimum + overdraft" + direction + ", " + number;
      case OPENED_ON -> "opened_on" + direction + ", " + number;
      case STATUS -> "status" + direction + ", " + number;
      case LAST_POSTED -> "last_position" + direction + ", " + number;
    };
  }
}

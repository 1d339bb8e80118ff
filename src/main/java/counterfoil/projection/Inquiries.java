package counterfoil.projection;

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
import java.util.Collections;
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
    return accountListing(selection).numbers();
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

  /** The positions of the selected entries, ascending. */
  public long[] positions(JournalSelection selection) {
    List<Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder("SELECT position FROM journal j WHERE position BETWEEN ? AND ?");
    values.add(selection.fromPosition());
    values.add(selection.toPosition());
    if (!selection.types().isEmpty()) {
      sql.append(" AND type = ANY (?)");
      values.add(selection.types().toArray(new String[0]));
    }
    if (selection.account().isPresent()) {
      sql.append(" AND account = ?");
      values.add(selection.account().get().value());
    }
    if (!selection.text().isEmpty()) {
      sql.append(
          """
           AND (j.search LIKE ? ESCAPE '!' OR account IN (
               SELECT number FROM account WHERE search LIKE ? ESCAPE '!'))
          """);
      values.addAll(Collections.nCopies(2, Query.containing(selection.text())));
    }
    sql.append(" ORDER BY position");
    return query.run(sql.toString(), Inquiries::longs, values.toArray());
  }

  private static long[] longs(ResultSet row) throws SQLException {
    long[] found = new long[1024];
    int size = 0;
    while (row.next()) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = row.getLong(1);
    }
    return Arrays.copyOf(found, size);
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

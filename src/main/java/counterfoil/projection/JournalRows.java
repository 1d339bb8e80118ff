package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.account.AccountState.Closed;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.AccountState.Unopened;
import counterfoil.eventstore.Entry;
import counterfoil.projection.Journal.Held;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Writes the rows of {@link JournalTable}. Holds the accounts last touched and the branch's running
 * totals in memory, so that an append need not read what it wrote itself a moment ago. One thread.
 */
final class JournalRows {
  private static final int MOST_HELD = 50_000;
  private static final String INSERT_JOURNAL =
      "INSERT INTO journal VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String INSERT_ACCOUNT =
      "INSERT INTO account VALUES (?,?,?,?,?,?,?,?,?,?,?)";
  private static final String UPDATE_ACCOUNT =
      """
      UPDATE account SET status = ?, ledger = ?, overdraft = ?, version = ?, closed_on = ?,
        last_position = ? WHERE number = ?
      """;

  private final CurrencyUnit currency;
  private final Map<AccountNumber, Held> held =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountNumber, Held> eldest) {
          return size() > MOST_HELD;
        }
      };
  private final Set<String> typesSeen = new HashSet<>();
  private Optional<Totals> totals = Optional.empty();

  JournalRows(CurrencyUnit currency) {
    this.currency = currency;
  }

  void forget() {
    held.clear();
    typesSeen.clear();
    totals = Optional.empty();
  }

  Batch begin(Connection connection) throws SQLException {
    if (totals.isEmpty()) {
      totals = Optional.of(readTotals(connection));
    }
    return new Batch(connection, totals.get());
  }

  /** The branch after the last entry. */
  private record Totals(long onBook, long openAccounts, long momentMicros) {}

  private static Totals readTotals(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT on_book, open_accounts, moment FROM journal
                ORDER BY position DESC FETCH FIRST ROW ONLY
                """)) {
      return row.next()
          ? new Totals(row.getLong(1), row.getLong(2), row.getLong(3))
          : new Totals(0, 0, Long.MIN_VALUE);
    }
  }

  private Held read(Connection connection, AccountNumber number) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT holder, product, status, ledger, overdraft, version, opened_on, closed_on,
              last_position FROM account WHERE number = ?
            """)) {
      select.setString(1, number.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? held(number, row) : Held.nothing();
      }
    }
  }

  private Held held(AccountNumber number, ResultSet row) throws SQLException {
    Optional<LocalDate> closedOn =
        Optional.ofNullable(row.getDate("closed_on")).map(Date::toLocalDate);
    String holder = row.getString("holder");
    String product = row.getString("product");
    AccountState state =
        closedOn.isPresent()
            ? new Closed(number, holder, product, currency)
            : new Open(
                number,
                holder,
                product,
                Money.ofMinor(currency, row.getLong("ledger")),
                Money.ofMinor(currency, row.getLong("overdraft")));
    return new Held(
        state,
        row.getLong("version"),
        Optional.of(row.getDate("opened_on").toLocalDate()),
        closedOn,
        row.getLong("last_position"));
  }

  /** The rows of one transaction. */
  final class Batch {
    private final Connection connection;
    private final PreparedStatement journal;
    private final Map<AccountNumber, Boolean> touched = new LinkedHashMap<>();
    private Totals now;

    private Batch(Connection connection, Totals now) throws SQLException {
      this.connection = connection;
      this.now = now;
      this.journal = connection.prepareStatement(INSERT_JOURNAL);
    }

    Instant lastMoment() {
      return now.momentMicros == Long.MIN_VALUE ? Instant.MIN : instant(now.momentMicros);
    }

    Held held(AccountNumber number) throws SQLException {
      Held known = held.get(number);
      return known != null ? known : read(connection, number);
    }

    void add(Entry entry, AccountEvent event, Held before, Held after, Instant moment)
        throws SQLException {
      AccountNumber number = event.account();
      now =
          new Totals(
              Math.addExact(now.onBook, after.ledgerMinor() - before.ledgerMinor()),
              now.openAccounts + (after.open() ? 1 : 0) - (before.open() ? 1 : 0),
              micros(moment));
      Effect effect = Effect.of(event);
      journal.setLong(1, entry.position());
      journal.setString(2, entry.stream().value());
      journal.setLong(3, entry.version());
      journal.setString(4, entry.type().name());
      journal.setString(5, number.value());
      if (effect.amount().isPresent()) {
        journal.setLong(6, effect.amount().get().getAmountMinorLong());
      } else {
        journal.setNull(6, Types.BIGINT);
      }
      journal.setLong(7, after.ledgerMinor());
      journal.setLong(8, after.overdraftMinor());
      journal.setObject(9, entry.provenance().businessDate());
      journal.setLong(10, micros(entry.recordedAt()));
      journal.setLong(11, now.momentMicros);
      journal.setString(12, entry.provenance().actor());
      journal.setString(13, effect.counterparty());
      journal.setString(14, event.details().reference());
      journal.setString(15, event.details().narrative());
      journal.setLong(16, now.onBook);
      journal.setLong(17, now.openAccounts);
      journal.addBatch();
      held.put(number, after);
      touched.merge(number, before.version() < 0, Boolean::logicalOr);
      noteType(entry.type().name());
    }

    void write() throws SQLException {
      journal.executeBatch();
      journal.close();
      writeAccounts();
      totals = Optional.of(now);
    }

    private void writeAccounts() throws SQLException {
      try (PreparedStatement insert = connection.prepareStatement(INSERT_ACCOUNT);
          PreparedStatement update = connection.prepareStatement(UPDATE_ACCOUNT)) {
        for (Map.Entry<AccountNumber, Boolean> account : touched.entrySet()) {
          Held row = held(account.getKey());
          if (account.getValue()) {
            bindNew(insert, account.getKey(), row);
            insert.addBatch();
          } else {
            bindChange(update, account.getKey(), row);
            update.addBatch();
          }
        }
        insert.executeBatch();
        update.executeBatch();
      }
    }

    private void noteType(String type) throws SQLException {
      if (typesSeen.add(type)) {
        try (PreparedStatement merge =
            connection.prepareStatement("MERGE INTO journal_type KEY (type) VALUES (?)")) {
          merge.setString(1, type);
          merge.executeUpdate();
        }
      }
    }
  }

  private static void bindNew(PreparedStatement insert, AccountNumber number, Held row)
      throws SQLException {
    Identity identity = Identity.of(row.state());
    insert.setString(1, number.value());
    insert.setString(2, identity.holder());
    insert.setString(3, identity.product());
    insert.setString(4, status(row));
    insert.setLong(5, row.ledgerMinor());
    insert.setLong(6, row.overdraftMinor());
    insert.setLong(7, row.version());
    insert.setObject(8, row.openedOn().orElseThrow());
    insert.setObject(9, row.closedOn().orElse(null));
    insert.setLong(10, row.lastPosition());
    insert.setString(11, searchable(number.value() + " " + identity.holder()));
  }

  private static void bindChange(PreparedStatement update, AccountNumber number, Held row)
      throws SQLException {
    update.setString(1, status(row));
    update.setLong(2, row.ledgerMinor());
    update.setLong(3, row.overdraftMinor());
    update.setLong(4, row.version());
    update.setObject(5, row.closedOn().orElse(null));
    update.setLong(6, row.lastPosition());
    update.setString(7, number.value());
  }

  private static String status(Held row) {
    return row.open() ? "O" : "C";
  }

  /** What a search looks through, and what is searched for, are folded the same way. */
  static String searchable(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private record Identity(String holder, String product) {
    static Identity of(AccountState state) {
      return switch (state) {
        case Unopened _ -> throw new IllegalStateException("no account");
        case Open open -> new Identity(open.holder(), open.product());
        case Closed closed -> new Identity(closed.holder(), closed.product());
      };
    }
  }
}

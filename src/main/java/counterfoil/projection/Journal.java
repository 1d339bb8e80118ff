package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.UnreadableEntry;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.AccountStates;
import counterfoil.payload.StreamKinds;
import counterfoil.payload.UnknownEvent;
import counterfoil.projection.JournalRow.Totals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/**
 * The read model: folds each entry as it is appended into its account's row, a row of the journal
 * with the running balances, and every fifty events of an account a snapshot. An entry of no
 * account has a row of the journal and nothing else. Holds the accounts last touched and the
 * branch's running totals in memory, so that an append need not read what it wrote itself a moment
 * ago. For one thread.
 */
public final class Journal implements ReadModel {
  private static final int MOST_HELD = 50_000;

  /** An account held takes some 500 bytes: an eighth of the memory there is. */
  private static final long MOST_UNWRITTEN = Runtime.getRuntime().maxMemory() / 4096;

  private final CurrencyUnit currency;
  private final ZoneId zone;
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

  /** While the database is being filled: accounts whose rows are still to be written. */
  private final Map<AccountNumber, Change> unwritten = new LinkedHashMap<>();

  private boolean filling;

  /**
   * @param currency the ledger's
   * @param zone where the branch is
   */
  public Journal(CurrencyUnit currency, ZoneId zone) {
    this.currency = currency;
    this.zone = zone;
  }

  @Override
  public String fingerprint() {
    return JournalTable.VERSION + "+" + AccountStates.FOLD;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    JournalTable.create(connection);
    Snapshots.create(connection);
  }

  @Override
  public void fill() {
    filling = true;
  }

  @Override
  public void filled(Connection connection) throws SQLException {
    // With anything uncommitted H2 counts all rows before it makes an index: so that comes first.
    JournalTable.index(connection);
    writeUnwritten(connection);
    filling = false;
  }

  @Override
  public ReadModel anew() {
    return new Journal(currency, zone);
  }

  @Override
  public void forget() {
    filling = false;
    unwritten.clear();
    held.clear();
    typesSeen.clear();
    totals = Optional.empty();
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    Totals now = totals.isPresent() ? totals.get() : readTotals(connection);
    Map<AccountNumber, Change> changes = new LinkedHashMap<>();
    List<JournalRow> rows = new ArrayList<>(entries.size());
    List<JournalRow> days = new ArrayList<>();
    List<Snapshot> snapshots = new ArrayList<>();
    for (Entry entry : entries) {
      JournalRow row;
      if (ofAccount(entry)) {
        AccountEvent event = readable(entry);
        Held before = current(connection, changes, event.account());
        Held after = before.after(entry, event);
        row = JournalRow.of(entry, event, before, after, now, zone);
        changes.merge(event.account(), new Change(before.version() < 0, after), Change::followedBy);
        if (Snapshot.dueAfter(entry.version())) {
          snapshots.add(snapshotOf(entry, after));
        }
      } else {
        refuseUnknown(entry);
        row = JournalRow.of(entry, now, zone);
      }
      if (row.beginsADay(now)) {
        days.add(row);
      }
      rows.add(row);
      now = row.totals();
    }
    writeRows(connection, rows);
    writeDays(connection, days);
    if (filling) {
      keepBack(connection, changes);
    } else {
      writeAccounts(connection, changes);
    }
    if (!snapshots.isEmpty()) {
      Snapshots.save(connection, snapshots);
    }
    changes.forEach((number, change) -> held.put(number, change.after));
    totals = Optional.of(now);
  }

  static boolean ofAccount(Entry entry) {
    return entry.stream().category().equals(AccountEvents.CATEGORY);
  }

  /** The event of an entry of an account. */
  static AccountEvent read(Entry entry) {
    return AccountEvents.decode(entry.type(), entry.payload());
  }

  /**
   * What nobody can read must not get into the database: whoever asked for it would fail.
   *
   * @throws counterfoil.eventstore.LaterVersion if the kind of stream or of event is not known
   * @throws UnreadableEntry if the payload is not of its shape
   */
  private static void refuseUnknown(Entry entry) {
    try {
      StreamKinds.of(entry.stream()).decode(entry.type(), entry.payload());
    } catch (UnknownEvent e) {
      throw new UnreadableEntry(entry.position(), e);
    }
  }

  private static AccountEvent readable(Entry entry) {
    try {
      return read(entry);
    } catch (UnknownEvent e) {
      throw new UnreadableEntry(entry.position(), e);
    }
  }

  static Snapshot snapshotOf(Entry entry, Held after) {
    return new Snapshot(
        entry.stream(), entry.version(), AccountStates.FOLD, AccountStates.encode(after.state()));
  }

  private Held current(
      Connection connection, Map<AccountNumber, Change> changes, AccountNumber number)
      throws SQLException {
    Change change = changes.get(number);
    if (change != null) {
      return change.after;
    }
    Change kept = unwritten.get(number);
    if (kept != null) {
      return kept.after;
    }
    Held known = held.get(number);
    return known != null ? known : readAccount(connection, number);
  }

  private Held readAccount(Connection connection, AccountNumber number) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT " + Held.COLUMNS + " FROM account WHERE number = ?")) {
      select.setString(1, number.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Held.read(row, currency) : Held.NOTHING;
      }
    }
  }

  private static Totals readTotals(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT "
                    + JournalRow.COLUMNS
                    + " FROM journal ORDER BY position DESC FETCH FIRST ROW ONLY");
        ResultSet row = select.executeQuery()) {
      return row.next() ? JournalRow.read(row).totals() : Totals.NOTHING;
    }
  }

  private void writeRows(Connection connection, List<JournalRow> rows) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(JournalRow.INSERT)) {
      for (JournalRow row : rows) {
        row.bind(insert);
        insert.addBatch();
        noteType(connection, row.type());
      }
      insert.executeBatch();
    }
  }

  private static void writeDays(Connection connection, List<JournalRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO journal_day (position, posted_on) VALUES (?,?)")) {
      for (JournalRow row : rows) {
        insert.setLong(1, row.position());
        insert.setObject(2, row.postedOn());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** One account is written once for many entries: its row lies anywhere in the table. */
  private void keepBack(Connection connection, Map<AccountNumber, Change> changes)
      throws SQLException {
    changes.forEach((number, change) -> unwritten.merge(number, change, Change::followedBy));
    if (unwritten.size() > MOST_UNWRITTEN) {
      writeUnwritten(connection);
    }
  }

  private void writeUnwritten(Connection connection) throws SQLException {
    writeAccounts(connection, unwritten);
    unwritten.clear();
  }

  private static void writeAccounts(Connection connection, Map<AccountNumber, Change> changes)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(Held.INSERT);
        PreparedStatement update = connection.prepareStatement(Held.UPDATE)) {
      for (Map.Entry<AccountNumber, Change> change : changes.entrySet()) {
        if (change.getValue().opened) {
          change.getValue().after.bindNew(insert, change.getKey());
          insert.addBatch();
        } else {
          change.getValue().after.bindChange(update, change.getKey());
          update.addBatch();
        }
      }
      insert.executeBatch();
      update.executeBatch();
    }
  }

  private void noteType(Connection connection, String type) throws SQLException {
    if (typesSeen.add(type)) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO journal_type (type) SELECT CAST(? AS VARCHAR(60))"
                  + " WHERE NOT EXISTS (SELECT 1 FROM journal_type WHERE type = ?)")) {
        insert.setString(1, type);
        insert.setString(2, type);
        insert.executeUpdate();
      }
    }
  }

  /** What one transaction makes of an account. */
  private record Change(boolean opened, Held after) {
    Change followedBy(Change next) {
      return new Change(opened, next.after);
    }
  }
}

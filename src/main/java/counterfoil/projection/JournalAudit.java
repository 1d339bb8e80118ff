package counterfoil.projection;

import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.eventstore.snapshot.Snapshots;
import counterfoil.payload.AccountStates;
import counterfoil.projection.JournalRow.Totals;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/**
 * Proves that replay = snapshots = read models: folds every entry anew, from nothing, and compares
 * each row and each snapshot on the way. In service all the while; what is appended meanwhile is
 * left for the next time.
 */
public final class JournalAudit {
  private static final int AT_A_TIME = 2000;

  private final DataSource database;
  private final EventStore store;
  private final CurrencyUnit currency;
  private final ZoneId zone;

  public JournalAudit(DataSource database, EventStore store, CurrencyUnit currency, ZoneId zone) {
    this.database = database;
    this.store = store;
    this.currency = currency;
    this.zone = zone;
  }

  /**
   * Tells each finding with its position (0 where it concerns no single entry). Stops where {@code
   * progress} says so, or at an entry that cannot follow in its account's history.
   *
   * @return the number of entries replayed
   */
  public long run(Progress progress, BiConsumer<Long, String> finding) {
    return new Run(store.head().position(), finding).replay(progress);
  }

  private final class Run {
    private final long last;
    private final BiConsumer<Long, String> finding;
    private final Query query = new Query(database);
    private final Map<AccountNumber, Held> accounts = new HashMap<>();
    private final Map<StreamName, Map<Long, byte[]>> snapshots = readSnapshots();
    private Totals totals = Totals.NOTHING;

    Run(long last, BiConsumer<Long, String> finding) {
      this.last = last;
      this.finding = finding;
    }

    long replay(Progress progress) {
      long done = 0;
      while (done < last && progress.report(done, last)) {
        long to = Math.min(last, done + AT_A_TIME);
        try {
          Map<Long, JournalRow> rows = rows(done + 1, to);
          List<Entry> entries = store.read(done + 1, Math.toIntExact(to - done));
          for (Entry entry : entries) {
            compare(entry, rows);
            done = entry.position();
          }
          if (entries.isEmpty()) {
            finding.accept(done + 1, "the entry is missing");
            return done;
          }
        } catch (RuntimeException e) {
          // Whatever cannot be read or folded is what is looked for here; the rest hangs on it.
          finding.accept(
              done + 1, "it cannot be read or does not follow: " + e.getClass().getSimpleName());
          return done;
        }
      }
      if (done == last) {
        compareAccounts();
        progress.report(done, last);
      }
      return done;
    }

    private void compare(Entry entry, Map<Long, JournalRow> rows) {
      AccountEvent event = Journal.read(entry);
      Held before = accounts.getOrDefault(event.account(), Held.NOTHING);
      Held after = before.after(entry, event);
      JournalRow expected = JournalRow.of(entry, event, before, after, totals, zone);
      JournalRow found = rows.get(entry.position());
      if (found == null) {
        finding.accept(entry.position(), "the journal's row is missing");
      } else if (!found.equals(expected)) {
        finding.accept(entry.position(), "the journal's row is not what the entries come to");
      }
      byte[] kept = snapshots.getOrDefault(entry.stream(), Map.of()).get(entry.version());
      if (kept != null && !Arrays.equals(kept, AccountStates.encode(after.state()))) {
        finding.accept(entry.position(), "the snapshot is not what the entries come to");
      }
      accounts.put(event.account(), after);
      totals = expected.totals();
    }

    private void compareAccounts() {
      try {
        compareAccountRows();
      } catch (RuntimeException e) {
        finding.accept(0L, "the accounts' rows cannot be read: " + e.getClass().getSimpleName());
      }
    }

    private void compareAccountRows() {
      Map<AccountNumber, Held> rows = new HashMap<>();
      query.each(
          "SELECT " + Held.COLUMNS + " FROM account",
          row -> Map.entry(new AccountNumber(row.getString("number")), Held.read(row, currency)),
          row -> rows.put(row.getKey(), row.getValue()));
      accounts.forEach((number, expected) -> {
        Held found = rows.remove(number);
        if (found == null) {
          finding.accept(expected.lastPosition(), "the account's row is missing");
        } else if (found.lastPosition() <= last && !found.equals(expected)) {
          finding.accept(
              expected.lastPosition(), "the account's row is not what the entries come to");
        }
      });
      rows.forEach((_, extra) -> {
        if (extra.lastPosition() <= last) {
          finding.accept(extra.lastPosition(), "an account's row has no entries");
        }
      });
    }

    private Map<Long, JournalRow> rows(long from, long to) {
      Map<Long, JournalRow> rows = new HashMap<>();
      query.each(
          "SELECT "
              + JournalRow.COLUMNS
              + " FROM journal WHERE position BETWEEN ? AND ? ORDER BY position",
          JournalRow::read,
          row -> rows.put(row.position(), row),
          from,
          to);
      return rows;
    }

    /** Snapshots of another fold are never used, so they cannot be wrong. */
    private Map<StreamName, Map<Long, byte[]>> readSnapshots() {
      Map<StreamName, Map<Long, byte[]>> read = new HashMap<>();
      try (Connection connection = database.getConnection()) {
        Snapshots.each(connection, snapshot -> keep(read, snapshot));
      } catch (SQLException e) {
        throw new QueryFailed(e);
      }
      return read;
    }

    private static void keep(Map<StreamName, Map<Long, byte[]>> read, Snapshot snapshot) {
      if (snapshot.fold().equals(AccountStates.FOLD)) {
        read.computeIfAbsent(snapshot.stream(), _ -> new HashMap<>())
            .put(snapshot.version(), snapshot.state());
      }
    }
  }
}

package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.snapshot.Snapshots;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/**
 * Proves the branch's registers: takes every entry into a book of its own, which begins empty, and
 * compares all rows of the two. That book lies in memory beside the heap. For one thread.
 */
final class BookAudit implements AutoCloseable {
  private static final int AT_A_TIME = 1000;

  private final DataSource database;
  private final EventStore store;
  private final BranchBook book;
  private final Connection own;
  private long position;

  BookAudit(DataSource database, EventStore store, CurrencyUnit currency) {
    this.database = database;
    this.store = store;
    this.book = new BranchBook(currency);
    try {
      own = DriverManager.getConnection("jdbc:h2:nioMemFS:" + UUID.randomUUID(), "", "");
      own.setAutoCommit(false);
      Snapshots.create(own);
      book.create(own);
      book.filled(own);
      own.commit();
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  /** Takes in entries that follow on those it has. */
  void take(List<Entry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    try {
      book.apply(own, entries);
      own.commit();
      position = entries.getLast().position();
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  /**
   * Compares all rows, after it has caught up with what was appended since.
   *
   * @param most ends after so many findings
   */
  List<Finding> compare(int most) {
    try (Connection live = database.getConnection()) {
      live.setAutoCommit(false);
      if (live.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
        // H2's readers work on snapshots anyway. Either way all answers are of one moment.
        live.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      }
      catchUp(reached(live));
      List<Finding> findings = new ArrayList<>();
      for (RegisterTable table : book.tables()) {
        if (findings.size() < most) {
          compare(table, live, findings);
        }
      }
      live.rollback();
      return findings.subList(0, Math.min(most, findings.size()));
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  private static long reached(Connection live) throws SQLException {
    try (PreparedStatement select =
            live.prepareStatement(
                "SELECT position FROM journal ORDER BY position DESC FETCH FIRST ROW ONLY");
        ResultSet row = select.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private void catchUp(long last) {
    while (position < last) {
      List<Entry> next =
          store.read(position + 1, Math.toIntExact(Math.min(AT_A_TIME, last - position)));
      if (next.isEmpty()) {
        return;
      }
      take(next);
    }
  }

  private void compare(RegisterTable table, Connection live, List<Finding> findings)
      throws SQLException {
    try (PreparedStatement expecting = own.prepareStatement(table.inOrder());
        PreparedStatement finding = live.prepareStatement(table.inOrder());
        ResultSet expected = expecting.executeQuery();
        ResultSet found = finding.executeQuery()) {
      new Pair(table, expected, found).compare(findings);
    }
  }

  @Override
  public void close() {
    try {
      own.close();
    } catch (SQLException e) {
      throw new QueryFailed(e);
    }
  }

  /** Goes through two answers that are in one order. */
  private record Pair(RegisterTable table, ResultSet expected, ResultSet found) {

    void compare(List<Finding> findings) throws SQLException {
      boolean more = expected.next();
      boolean other = found.next();
      while (more || other) {
        int order = !more ? 1 : other ? order() : -1;
        if (order < 0) {
          findings.add(finding(expected, Kind.ROW_MISSING));
        } else if (order > 0) {
          findings.add(finding(found, Kind.ROW_EXTRA));
        } else if (!same()) {
          findings.add(finding(expected, Kind.ROW_WRONG));
        }
        more = order <= 0 ? expected.next() : more;
        other = order >= 0 ? found.next() : other;
      }
    }

    private Finding finding(ResultSet row, Kind kind) throws SQLException {
      return Finding.of(row.getLong(RegisterTable.POSITION), kind, table.name());
    }

    private int order() throws SQLException {
      for (String column : table.key()) {
        int type = expected.getMetaData().getColumnType(expected.findColumn(column));
        int order =
            type == Types.BIGINT
                ? Long.compare(expected.getLong(column), found.getLong(column))
                : expected.getString(column).compareTo(found.getString(column));
        if (order != 0) {
          return order;
        }
      }
      return 0;
    }

    private boolean same() throws SQLException {
      return values(expected).equals(values(found));
    }

    /** As text, which both databases have to say the same. */
    private static List<String> values(ResultSet row) throws SQLException {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        values.add(
            switch (row.getMetaData().getColumnType(i)) {
              case Types.BIT, Types.BOOLEAN -> String.valueOf(row.getBoolean(i));
              case Types.BINARY, Types.VARBINARY -> HexFormat.of().formatHex(row.getBytes(i));
              default -> String.valueOf(row.getString(i));
            });
      }
      return values;
    }
  }
}

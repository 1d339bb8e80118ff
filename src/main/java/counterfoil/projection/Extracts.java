package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The read model that makes searches quick: an {@link Extract} for every {@value Extract#ENTRIES}
 * entries, written with the append that completes them; the entries behind the last one are read
 * out of the journal. It stands behind the {@link Journal}, whose rows it packs, and remembers
 * nothing. For one thread.
 */
final class Extracts implements ReadModel {
  static final String TABLE = "journal_extract";

  private static final String SELECT_ROWS =
      "SELECT "
          + JournalRow.COLUMNS
          + " FROM journal WHERE position BETWEEN ? AND ? ORDER BY position";

  private boolean filling;

  /** Changes whenever the table or what is written into it changes. */
  @Override
  public String fingerprint() {
    return "extract-1";
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE " + TABLE + " (number BIGINT PRIMARY KEY, facts BYTEA NOT NULL)");
    }
  }

  @Override
  public void fill() {
    filling = true;
  }

  /** The journal is whole then, and lies in the order in which it is read here. */
  @Override
  public void filled(Connection connection) throws SQLException {
    if (filling) {
      filling = false;
      complete(connection, 0, Extract.numberOf(lastPosition(connection) + 1));
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    if (!filling && !entries.isEmpty()) {
      complete(
          connection,
          Extract.numberOf(entries.getFirst().position()),
          Extract.numberOf(entries.getLast().position() + 1));
    }
  }

  /** Writes those from {@code first} to before {@code end}, all of whose entries are there. */
  private static void complete(Connection connection, long first, long end) throws SQLException {
    if (first == end) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO " + TABLE + " (number, facts) VALUES (?,?)")) {
      for (long number = first; number < end; number++) {
        insert.setLong(1, number);
        insert.setBytes(2, Extract.pack(rows(connection, number)));
        insert.executeUpdate();
      }
    }
  }

  private static List<JournalRow> rows(Connection connection, long number) throws SQLException {
    long from = Extract.firstPositionOf(number);
    List<JournalRow> rows = new ArrayList<>(Extract.ENTRIES);
    try (PreparedStatement select = connection.prepareStatement(SELECT_ROWS)) {
      select.setLong(1, from);
      select.setLong(2, from + Extract.ENTRIES - 1);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(JournalRow.read(row));
        }
      }
    }
    if (rows.size() != Extract.ENTRIES) {
      throw new IllegalStateException("the journal lacks entries from " + from + " on");
    }
    return rows;
  }

  private static long lastPosition(Connection connection) throws SQLException {
    try (Statement select = connection.createStatement();
        ResultSet row =
            select.executeQuery(
                "SELECT position FROM journal ORDER BY position DESC FETCH FIRST ROW ONLY")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public ReadModel anew() {
    return new Extracts();
  }

  @Override
  public void forget() {
    filling = false;
  }

  /** The packed form of rows, which are read anew. */
  static byte[] packed(Query query, long from, long to) {
    return Extract.pack(query.list(SELECT_ROWS, JournalRow::read, from, to));
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Finding.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Proves that every index of the database finds every row of its table. The rows may be right and a
 * question be answered wrongly all the same, if the index it goes through is damaged: H2 keeps no
 * checksums, and reads an index without looking at the table.
 */
final class IndexAudit {
  private static final String INDEXES =
      "SELECT table_name, index_name, column_name FROM information_schema.index_columns"
          + " WHERE table_schema = 'PUBLIC' ORDER BY table_name, index_name, ordinal_position";

  private final Connection connection;

  /** An index by its table and its name. */
  private record Index(String table, String name) {}

  IndexAudit(Connection connection) {
    this.connection = connection;
  }

  /** Adds a finding for each index that does not find all rows. */
  void run(Findings findings) {
    try {
      indexes().forEach((index, columns) -> check(index, columns, findings));
    } catch (SQLException | RuntimeException e) {
      // H2 throws more than SQLException over pages that it cannot read.
      findings.add(0, Kind.INDEXES_UNREADABLE);
    }
  }

  private Map<Index, List<String>> indexes() throws SQLException {
    Map<Index, List<String>> columns = new LinkedHashMap<>();
    try (PreparedStatement select = connection.prepareStatement(INDEXES);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        columns
            .computeIfAbsent(new Index(row.getString(1), row.getString(2)), _ -> new ArrayList<>())
            .add(row.getString(3));
      }
    }
    return columns;
  }

  private void check(Index index, List<String> columns, Findings findings) {
    String found =
        columns.stream()
            .map(column -> "f." + quoted(column) + " IS NOT DISTINCT FROM t." + quoted(column))
            .collect(Collectors.joining(" AND "));
    String table = quoted(index.table());
    // One statement sees one state, whatever is appended meanwhile.
    String sql =
        "SELECT (SELECT COUNT(*) FROM "
            + table
            + "), (SELECT COUNT(*) FROM "
            + table
            + " t JOIN "
            + table
            + " f USE INDEX ("
            + quoted(index.name())
            + ") ON "
            + found
            + " WHERE f._ROWID_ = t._ROWID_)";
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next() || row.getLong(1) != row.getLong(2)) {
        findings.add(0, Kind.INDEX_INCOMPLETE, index.name());
      }
    } catch (SQLException e) {
      findings.add(0, Kind.INDEX_UNREADABLE, index.name(), String.valueOf(e.getSQLState()));
    } catch (RuntimeException e) {
      findings.add(0, Kind.INDEX_UNREADABLE, index.name(), e.getClass().getSimpleName());
    }
  }

  /** Names come from the database itself, which may be damaged. */
  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}

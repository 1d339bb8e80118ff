package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** A read model for tests: how many entries each stream has. */
final class CountModel implements ReadModel {
  private final String fingerprint;
  private long last;

  CountModel() {
    this("counts 1");
  }

  CountModel(String fingerprint) {
    this.fingerprint = fingerprint;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE counts (stream VARCHAR(100) PRIMARY KEY, entries BIGINT)");
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement merge =
        connection.prepareStatement(
            "MERGE INTO counts t USING (VALUES (CAST(? AS VARCHAR))) s (stream)"
                + " ON t.stream = s.stream"
                + " WHEN MATCHED THEN UPDATE SET entries = entries + 1"
                + " WHEN NOT MATCHED THEN INSERT VALUES (s.stream, 1)")) {
      for (Entry entry : entries) {
        if (last != 0 && entry.position() != last + 1) {
          throw new IllegalStateException(entry.position() + " after " + last);
        }
        last = entry.position();
        merge.setString(1, entry.stream().value());
        merge.executeUpdate();
      }
    }
  }

  @Override
  public ReadModel anew() {
    return new CountModel(fingerprint);
  }

  @Override
  public void forget() {
    last = 0;
  }

  @Override
  public String fingerprint() {
    return fingerprint;
  }

  /** What it has counted. */
  static Map<String, Long> counts(DataSource reads) throws SQLException {
    Map<String, Long> counts = new TreeMap<>();
    try (Connection connection = reads.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT stream, entries FROM counts")) {
      while (row.next()) {
        counts.put(row.getString(1), row.getLong(2));
      }
    }
    return counts;
  }
}

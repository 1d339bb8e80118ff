package counterfoil.eventstore.conformance;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A read model for tests: the positions it was handed, with the order in which they came. */
final class PositionsModel implements ReadModel {
  static final String UNKNOWN = "Unheard";

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE seen (position BIGINT NOT NULL, place BIGINT PRIMARY KEY)");
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    long place = count(connection);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO seen (position, place) VALUES (?, ?)")) {
      for (Entry entry : entries) {
        if (entry.type().name().equals(UNKNOWN)) {
          throw new IllegalStateException("unknown event " + entry.type());
        }
        insert.setLong(1, entry.position());
        insert.setLong(2, ++place);
        insert.executeUpdate();
      }
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM seen")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public ReadModel anew() {
    return this;
  }

  @Override
  public void forget() {
    // It remembers nothing.
  }

  @Override
  public String fingerprint() {
    return "positions 1";
  }

  /** The positions in the order in which they came. */
  static List<Long> read(DataSource reads) throws SQLException {
    List<Long> positions = new ArrayList<>();
    try (Connection connection = reads.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT position FROM seen ORDER BY place")) {
      while (row.next()) {
        positions.add(row.getLong(1));
      }
    }
    return positions;
  }
}

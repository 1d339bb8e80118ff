package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what the ledger was founded as in its database too: without it no tape could be made again
 * from a database that is all there is left.
 */
public final class CharterTable implements ReadModel {
  private static final String COLUMNS =
      "origin, branch, currency, zone, created_at_micros, practice";

  private final Charter charter;

  public CharterTable(Charter charter) {
    this.charter = charter;
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE ledger_charter (id INTEGER PRIMARY KEY CHECK (id = 1),"
              + " origin VARCHAR(140) NOT NULL, branch VARCHAR(140) NOT NULL,"
              + " currency VARCHAR(3) NOT NULL, zone VARCHAR(140) NOT NULL,"
              + " created_at_micros BIGINT NOT NULL, practice BOOLEAN NOT NULL)");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger_charter (id, " + COLUMNS + ") VALUES (1, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, charter.origin());
      insert.setString(2, charter.branch());
      insert.setString(3, charter.currency());
      insert.setString(4, charter.zone().getId());
      insert.setLong(5, Micros.of(charter.createdAt()));
      insert.setBoolean(6, charter.practice());
      insert.executeUpdate();
    }
  }

  /** What a database says that its ledger was founded as; nothing if it does not say. */
  static Optional<Charter> read(Connection connection) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT " + COLUMNS + " FROM ledger_charter")) {
      return row.next()
          ? Optional.of(
              new Charter(
                  row.getString(1),
                  row.getString(2),
                  row.getString(3),
                  ZoneId.of(row.getString(4)),
                  Micros.toInstant(row.getLong(5)),
                  row.getBoolean(6)))
          : Optional.empty();
    } catch (SQLException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) {
    // A charter is written once, before the first entry.
  }

  @Override
  public ReadModel anew() {
    return this;
  }

  @Override
  public void forget() {
    // It is never read back while the ledger is open.
  }

  @Override
  public String fingerprint() {
    return "charter-1";
  }
}

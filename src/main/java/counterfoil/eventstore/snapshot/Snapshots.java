package counterfoil.eventstore.snapshot;

import counterfoil.eventstore.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The table of snapshots; all are kept. Works on the connection it is handed. */
public final class Snapshots {
  private Snapshots() {}

  public static void create(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE snapshot (
            stream VARCHAR(100) NOT NULL,
            version BIGINT NOT NULL,
            fold VARCHAR(100) NOT NULL,
            state BYTEA NOT NULL,
            PRIMARY KEY (stream, version))
          """);
    }
  }

  /** Keeps {@code snapshots}, in place of earlier ones of the same streams and versions. */
  public static void save(Connection connection, List<Snapshot> snapshots) throws SQLException {
    // The databases have no statement in common that does both.
    try (PreparedStatement delete =
            connection.prepareStatement("DELETE FROM snapshot WHERE stream = ? AND version = ?");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO snapshot (stream, version, fold, state) VALUES (?,?,?,?)")) {
      for (Snapshot snapshot : snapshots) {
        delete.setString(1, snapshot.stream().value());
        delete.setLong(2, snapshot.version());
        delete.addBatch();
        insert.setString(1, snapshot.stream().value());
        insert.setLong(2, snapshot.version());
        insert.setString(3, snapshot.fold());
        insert.setBytes(4, snapshot.state());
        insert.addBatch();
      }
      delete.executeBatch();
      insert.executeBatch();
    }
  }

  /** The newest snapshot of a stream made by {@code fold}. */
  public static Optional<Snapshot> latest(Connection connection, StreamName stream, String fold)
      throws SQLException {
    return latest(connection, stream, fold, Long.MAX_VALUE);
  }

  /** The newest one that is not behind the event of {@code version}. */
  public static Optional<Snapshot> latest(
      Connection connection, StreamName stream, String fold, long version) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT stream, version, fold, state FROM snapshot
            WHERE stream = ? AND version <= ? AND fold = ?
            ORDER BY stream DESC, version DESC FETCH FIRST ROW ONLY
            """)) {
      select.setString(1, stream.value());
      select.setLong(2, version);
      select.setString(3, fold);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  /** Hands over every snapshot, in the order of streams and versions. */
  public static void each(Connection connection, Consumer<Snapshot> consumer) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT stream, version, fold, state FROM snapshot ORDER BY stream, version");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        consumer.accept(read(row));
      }
    }
  }

  private static Snapshot read(ResultSet row) throws SQLException {
    return new Snapshot(
        new StreamName(row.getString(1)), row.getLong(2), row.getString(3), row.getBytes(4));
  }
}

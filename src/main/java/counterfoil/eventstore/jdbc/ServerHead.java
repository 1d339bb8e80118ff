package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.codec.Micros;
import counterfoil.proof.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The one row of the table {@code ledger_head}. Whoever has locked it is the one who appends.
 *
 * @param readModels the fingerprint of the read models that are kept
 * @param migration the number of the last script that has changed the tables
 */
record ServerHead(HeadRow row, String readModels, int migration) {
  /** The channel on which workstations tell each other that the head has moved. */
  static final String CHANNEL = "counterfoil_head";

  /** For {@link #read}. */
  static final String SELECT =
      "SELECT position, frontier, recorded_at_micros, read_models, migration FROM "
          + ServerSchema.LEDGER
          + ".ledger_head";

  /** For {@link #read}; the row stays locked until the transaction ends. */
  static final String SELECT_LOCKED = SELECT + " FOR UPDATE";

  /** For {@link #move}; told only if the transaction is committed. */
  static final String MOVE =
      "WITH moved AS (UPDATE "
          + ServerSchema.LEDGER
          + ".ledger_head SET position = ?, frontier = ?, recorded_at_micros = ?"
          + " RETURNING position) SELECT pg_notify('"
          + CHANNEL
          + "', position::text) FROM moved";

  static ServerHead read(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      return read(select);
    }
  }

  static ServerHead read(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the head is missing");
      }
      return new ServerHead(
          new HeadRow(
              row.getLong(1),
              HeadRow.NO_CHAIN,
              Frontier.fromBytes(row.getBytes(2)),
              Micros.toInstant(row.getLong(3))),
          row.getString(4),
          row.getInt(5));
    }
  }

  static void move(PreparedStatement move, HeadRow to) throws SQLException {
    move.setLong(1, to.position());
    move.setBytes(2, to.frontier().toBytes());
    move.setLong(3, Micros.of(to.recordedAt()));
    move.executeQuery().close();
  }

  static void insert(Connection connection, String readModels) throws SQLException {
    HeadRow start = HeadRow.start();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger_head (id, position, frontier, recorded_at_micros, read_models,"
                + " migration) VALUES (1, ?, ?, ?, ?, ?)")) {
      insert.setLong(1, start.position());
      insert.setBytes(2, start.frontier().toBytes());
      insert.setLong(3, Micros.of(start.recordedAt()));
      insert.setString(4, readModels);
      insert.setInt(5, Migrations.POSTGRESQL.newest());
      insert.executeUpdate();
    }
  }

  static void noteReadModels(Connection connection, String readModels) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ledger_head SET read_models = ?")) {
      update.setString(1, readModels);
      update.executeUpdate();
    }
  }

  /** Takes the lock for a transaction, and gives the head that nobody else can move then. */
  static ServerHead lock(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_LOCKED)) {
      return read(select);
    }
  }

  /**
   * Refuses a ledger that another version of the program has changed since this one opened it.
   *
   * @throws LedgerUnavailable with reason {@link Reason#NEWER}
   */
  void refuseUnless(String ownReadModels, ServerAddress address) {
    if (migration != Migrations.POSTGRESQL.newest() || !readModels.equals(ownReadModels)) {
      throw new LedgerUnavailable(Reason.NEWER, address, "changed since it was opened");
    }
  }
}

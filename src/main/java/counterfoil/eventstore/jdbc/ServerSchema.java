package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.ServerAddress;
import counterfoil.eventstore.codec.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a ledger's database on a server is made of, and whether a database is one. */
final class ServerSchema {
  /** The schema of the entries: the truth. */
  static final String LEDGER = "counterfoil";

  /** The schema of the read models: computed. */
  static final String READS = "counterfoil_reads";

  private ServerSchema() {}

  /**
   * What the ledger in a database was founded as; nothing for a database in which there is room for
   * one.
   *
   * @throws LedgerUnavailable if it is a later program's, or something else is in the database
   */
  static Optional<Charter> charter(Connection connection, ServerAddress address)
      throws SQLException {
    int recorded = Migrations.POSTGRESQL.recorded(connection).orElse(0);
    if (recorded > Migrations.POSTGRESQL.newest()) {
      throw new LedgerUnavailable(Reason.NEWER, address, "migration " + recorded);
    }
    if (recorded == 0) {
      if (holdsSomethingElse(connection)) {
        throw new LedgerUnavailable(Reason.NOT_A_LEDGER, address, "other tables");
      }
      return Optional.empty();
    }
    return readCharter(connection);
  }

  /** Tables of others, but not those that come with an extension of the server's. */
  private static boolean holdsSomethingElse(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
                AND n.nspname <> 'information_schema'
                AND NOT (n.nspname = 'counterfoil' AND c.relname = 'migrations')
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
                """)) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private static Optional<Charter> readCharter(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT origin, branch, currency, zone, created_at_micros, practice FROM "
                    + LEDGER
                    + ".charter")) {
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
    }
  }

  /**
   * Refuses a server whose settings would break a promise: one that does not force its log to the
   * disk, cannot write every letter, or is a copy that only follows another server.
   *
   * @throws LedgerUnavailable with reason {@link Reason#UNFIT}
   */
  static void refuseUnfit(Connection connection, ServerAddress address) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT current_setting('fsync'), current_setting('server_encoding'),"
                    + " pg_is_in_recovery()")) {
      row.next();
      if (!row.getString(1).equals("on")) {
        throw new LedgerUnavailable(Reason.UNFIT, address, "fsync is off");
      }
      if (!row.getString(2).equals("UTF8")) {
        throw new LedgerUnavailable(Reason.UNFIT, address, "its encoding is not UTF8");
      }
      if (row.getBoolean(3)) {
        throw new LedgerUnavailable(Reason.UNFIT, address, "it follows another server");
      }
    }
  }

  /**
   * Makes a ledger without entries where there is room for one; when its charter is written there
   * is a ledger, so that comes last.
   */
  static void found(Server server, Charter charter, List<ReadModel> models) throws SQLException {
    try (Connection connection = server.worker()) {
      if (!ServerLock.USE.tryAlone(connection)) {
        throw new LedgerUnavailable(Reason.IN_USE, server.address(), "somebody founds one");
      }
      Migrations.POSTGRESQL.run(server.owner());
      if (readCharter(connection).isPresent()) {
        throw new LedgerUnavailable(Reason.EXISTS, server.address(), "somebody was faster");
      }
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        // Left by a founding that was broken off; there is no ledger, and nobody else is here.
        statement.execute("DROP SCHEMA IF EXISTS " + READS + " CASCADE");
        statement.execute("DELETE FROM ledger_head");
      }
      createReads(connection, READS, models);
      connection.commit();
      for (ReadModel model : models) {
        model.filled(connection);
      }
      insertCharter(connection, charter);
      ServerHead.insert(connection, ReadModel.fingerprint(models));
      // Closing would give it up as well, but only some time after it has returned here.
      ServerLock.USE.releaseAlone(connection);
      connection.commit();
    }
  }

  private static void insertCharter(Connection connection, Charter charter) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO charter (id, origin, branch, currency, zone, created_at_micros, practice)"
                + " VALUES (1, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, charter.origin());
      insert.setString(2, charter.branch());
      insert.setString(3, charter.currency());
      insert.setString(4, charter.zone().getId());
      insert.setLong(5, Micros.of(charter.createdAt()));
      insert.setBoolean(6, charter.practice());
      insert.executeUpdate();
    }
  }

  /** Makes the read models' tables, empty, in a schema of their own. The caller commits. */
  static void createReads(Connection connection, String schema, List<ReadModel> models)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
      statement.execute("SET LOCAL search_path = %s, %s".formatted(schema, LEDGER));
      for (ReadModel model : models) {
        model.create(connection);
      }
      for (String alteration : alterations(connection, schema)) {
        statement.execute(alteration);
      }
    }
  }

  /** What orders text as on H2, by its characters' numbers and not by a country's custom. */
  private static List<String> alterations(Connection connection, String schema)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT format('ALTER TABLE %I.%I ', n.nspname, c.relname) || string_agg(
              format('ALTER COLUMN %I TYPE %s COLLATE "C"', a.attname,
                format_type(a.atttypid, a.atttypmod)), ', ')
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ? AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            AND a.attcollation = (SELECT oid FROM pg_collation WHERE collname = 'default')
            GROUP BY n.nspname, c.relname
            """)) {
      select.setString(1, schema);
      try (ResultSet row = select.executeQuery()) {
        List<String> alterations = new ArrayList<>();
        while (row.next()) {
          alterations.add(row.getString(1));
        }
        return alterations;
      }
    }
  }
}

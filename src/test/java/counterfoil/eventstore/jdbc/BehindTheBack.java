package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.ServerLogin;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The tables of an open ledger, changed behind its back by who has the database, and put back as
 * they were. For one thread.
 */
public final class BehindTheBack {
  private static final String COPIES = "kept";

  private final Doing doing;
  private final boolean server;

  /** Something done to the database, and committed. */
  private interface Doing {
    void run(Maintenance work) throws SQLException;
  }

  private BehindTheBack(Doing doing, boolean server) throws SQLException {
    this.doing = doing;
    this.server = server;
    run("CREATE SCHEMA " + COPIES);
  }

  public static BehindTheBack of(EmbeddedStore store) throws SQLException {
    return new BehindTheBack(store::maintain, false);
  }

  /** The server refuses changes of entries to who has not switched that off. */
  public static BehindTheBack of(ServerLogin login) throws SQLException {
    BehindTheBack server =
        new BehindTheBack(
            work -> {
              try (Connection connection = new Server(login).worker()) {
                work.run(connection);
              }
            },
            true);
    server.run("ALTER TABLE entry DISABLE TRIGGER ALL");
    server.run("ALTER TABLE checkpoint DISABLE TRIGGER ALL");
    return server;
  }

  /** Whether it is PostgreSQL. */
  public boolean onServer() {
    return server;
  }

  /** Bytes as the database wants them written. */
  public String literal(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    return server ? "'\\x" + hex + "'::bytea" : "X'" + hex + "'";
  }

  public void run(String... statements) throws SQLException {
    run(List.of(statements));
  }

  public void run(List<String> statements) throws SQLException {
    doing.run(connection -> {
      try (Statement statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      }
    });
  }

  /** The first column of all rows. */
  public List<String> ask(String question) throws SQLException {
    List<String> answers = new ArrayList<>();
    doing.run(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery(question)) {
        while (row.next()) {
          answers.add(row.getString(1));
        }
      }
    });
    return answers;
  }

  /** The tables of the registers that have rows. */
  public List<String> registers() throws SQLException {
    List<String> filled = new ArrayList<>();
    for (String table :
        ask(
            "SELECT table_name FROM information_schema.columns WHERE LOWER(column_name) ="
                + " 'last_position' ORDER BY table_name")) {
      String name = table.toLowerCase(Locale.ROOT);
      if (!name.equals("account") && !ask("SELECT COUNT(*) FROM " + name).equals(List.of("0"))) {
        filled.add(name);
      }
    }
    return filled;
  }

  /** Copies a table, for {@link #putBack}. */
  public void keep(String table) throws SQLException {
    run("CREATE TABLE %s.%s AS SELECT * FROM %s".formatted(COPIES, table, table));
  }

  public void putBack(String table) throws SQLException {
    run(
        "DELETE FROM " + table,
        "INSERT INTO %s SELECT * FROM %s.%s".formatted(table, COPIES, table));
  }
}

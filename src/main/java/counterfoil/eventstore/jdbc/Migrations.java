package counterfoil.eventstore.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The store's own tables through the versions of the program: numbered scripts, run in order and
 * never back. What is computed, such as the read models' tables, is not migrated but made again.
 */
enum Migrations {
  /** An index over a tape. */
  H2("migration/h2", "PUBLIC", 1),
  /** A ledger on a server. */
  POSTGRESQL("migration/postgresql", ServerSchema.LEDGER, 2);

  private static final String HISTORY = "migrations";

  /** H2 says one of the first three, PostgreSQL the fourth, or the fifth without a schema. */
  private static final Set<String> NO_SUCH_TABLE =
      Set.of("42S02", "42S03", "42S04", "42P01", "3F000");

  private final String scripts;
  private final String schema;
  private final int newest;

  Migrations(String scripts, String schema, int newest) {
    this.scripts = scripts;
    this.schema = schema;
    this.newest = newest;
  }

  /** The number of the last script that this program knows. */
  int newest() {
    return newest;
  }

  /** Where the scripts are, among the program's resources. */
  String scripts() {
    return Migrations.class.getPackageName().replace('.', '/') + "/" + scripts;
  }

  /**
   * The number of the last script that a database has seen; nothing for one that no script has ever
   * made. One question only: bringing up Flyway to hear that there is nothing to do would take
   * longer than everything else at a start.
   */
  OptionalInt recorded(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT MAX(CAST(\"version\" AS INTEGER)) FROM \"%s\".\"%s\" WHERE \"success\""
                    .formatted(schema, HISTORY))) {
      row.next();
      int last = row.getInt(1);
      return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(last);
    } catch (SQLException e) {
      if (NO_SUCH_TABLE.contains(String.valueOf(e.getSQLState()))) {
        return OptionalInt.empty();
      }
      throw e;
    }
  }

  /** Runs the scripts that a database has not seen, each in a transaction of its own. */
  void run(DataSource database) throws SQLException {
    try {
      Flyway.configure(Migrations.class.getClassLoader())
          .loggers("slf4j")
          .dataSource(database)
          .locations("classpath:" + scripts())
          .schemas(schema)
          .createSchemas(this == POSTGRESQL)
          .table(HISTORY)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw e.getCause() instanceof SQLException cause
          ? cause
          : new SQLException("the tables could not be migrated", e);
    }
  }
}

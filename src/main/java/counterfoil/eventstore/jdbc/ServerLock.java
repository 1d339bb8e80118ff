package counterfoil.eventstore.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What workstations agree on besides the head: locks that end with their connection, however that
 * ends.
 */
enum ServerLock {
  /**
   * Held by every workstation at work, together; alone by one that changes the tables to its own
   * version of the program: two versions are never at work at once.
   */
  USE(1),
  /** Held by the one that makes the read models anew. */
  REBUILD(2);

  /** Tells the ledger's locks from those of others in the same database. */
  private static final int LEDGER = 0x636F_756E;

  private final int number;

  ServerLock(int number) {
    this.number = number;
  }

  boolean tryShared(Connection connection) throws SQLException {
    return ask(connection, "pg_try_advisory_lock_shared");
  }

  boolean tryAlone(Connection connection) throws SQLException {
    return ask(connection, "pg_try_advisory_lock");
  }

  /** Gives up what {@link #tryAlone} got; what was shared stays so. */
  void releaseAlone(Connection connection) throws SQLException {
    ask(connection, "pg_advisory_unlock");
  }

  private boolean ask(Connection connection, String function) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT " + function + "(?, ?)")) {
      select.setInt(1, LEDGER);
      select.setInt(2, number);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }
}

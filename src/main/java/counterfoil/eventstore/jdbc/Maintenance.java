package counterfoil.eventstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on tables that read models keep, such as throwing away what can be computed again. */
@FunctionalInterface
public interface Maintenance {
  /** Does the work; the caller commits, or rolls back if this throws. */
  void run(Connection connection) throws SQLException;
}

package counterfoil.eventstore.jdbc;

import java.sql.SQLException;

/** The database failed where only unchecked exceptions may pass. */
final class DatabaseFault extends RuntimeException {
  private static final long serialVersionUID = 1;

  DatabaseFault(SQLException cause) {
    super(cause);
  }
}

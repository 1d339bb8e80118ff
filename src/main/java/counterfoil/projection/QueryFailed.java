package counterfoil.projection;

import counterfoil.eventstore.tape.FolderFault;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/**
 * The database did not answer. Its own message may contain customers' data: it is kept as the cause
 * and not repeated here.
 */
public final class QueryFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  QueryFailed(SQLException cause) {
    super("the database did not answer (" + cause.getSQLState() + ")", cause);
  }

  /** Whether it did not because there is no connection to it: it may be there again soon. */
  public boolean unconnected() {
    return getCause() instanceof SQLException cause
        && (cause instanceof SQLTransientException
            || String.valueOf(cause.getSQLState()).startsWith("08"));
  }

  /** Whether it did not because the disk is full; what was acknowledged is safe then. */
  public boolean diskFull() {
    return FolderFault.isDiskFull(this);
  }
}

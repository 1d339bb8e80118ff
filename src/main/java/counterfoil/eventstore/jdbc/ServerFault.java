package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.ServerAddress;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a server's failure means, told by its SQLSTATE: its words hold customers' data. */
enum ServerFault {
  /** The connection is of no use any more; another one may be. */
  GONE,
  /** Somebody else was in the way; a second try may do. */
  BUSY,
  /** The server has no room, or was told to stop the statement. */
  OVERLOADED,
  /** Anything else: trying again would change nothing. */
  BROKEN;

  private static final String CONNECTION = "08";
  private static final String OPERATOR = "57";
  private static final String RESOURCES = "53";
  private static final String SYSTEM = "58";

  static ServerFault of(SQLException failure) {
    String state = state(failure);
    return switch (state) {
      case "23505", "40001", "40P01", "55P03" -> BUSY;
      case "57014" -> OVERLOADED;
      // Ended by the server: an idle transaction, an idle session.
      case "25P03", "57P05" -> GONE;
      default ->
          switch (state.substring(0, 2)) {
            case CONNECTION, OPERATOR -> GONE;
            case RESOURCES, SYSTEM -> OVERLOADED;
            default -> BROKEN;
          };
    };
  }

  /**
   * Whether the server has answered that it did not do what it was asked. If not, it may have done
   * it all the same.
   */
  static boolean isRefusal(SQLException failure) {
    if (failure instanceof PSQLException e) {
      ServerErrorMessage answer = e.getServerErrorMessage();
      return answer != null && "ERROR".equals(answer.getSeverity());
    }
    return false;
  }

  /** The failure as a reason why the ledger cannot be used. */
  static LedgerUnavailable unavailable(ServerAddress address, SQLException failure) {
    return new LedgerUnavailable(reason(failure), address, "SQLSTATE " + state(failure), failure);
  }

  private static Reason reason(SQLException failure) {
    String state = state(failure);
    return switch (state) {
      // 08004 is the driver's own where a password is asked for and none was given.
      case "28P01", "28000", "08004" -> Reason.NOT_ADMITTED;
      case "3D000" -> Reason.NO_DATABASE;
      case "42501", "25006" -> Reason.UNFIT;
      case "53100" -> Reason.DISK_FULL;
      case "53300" -> Reason.UNREACHABLE;
      default ->
          switch (of(failure)) {
            case GONE -> Reason.UNREACHABLE;
            case BUSY, OVERLOADED, BROKEN -> Reason.UNREADABLE;
          };
    };
  }

  /** The SQLSTATE nearest to the bottom of the matter. */
  private static String state(SQLException failure) {
    String state = "";
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && e.getSQLState() != null) {
        state = e.getSQLState();
      }
    }
    if (state.length() != 5) {
      return failure instanceof SQLTransientConnectionException ? "08001" : "XX000";
    }
    return state;
  }
}

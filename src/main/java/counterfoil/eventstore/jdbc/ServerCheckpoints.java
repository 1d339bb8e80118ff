package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.ServerLogin;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The checkpoints that workstations have signed, in a table beside the entries on a server. */
public final class ServerCheckpoints {
  private final Server server;

  public ServerCheckpoints(ServerLogin login) {
    this.server = new Server(login);
  }

  /**
   * Adds one; it is on the server's disk when this returns.
   *
   * @throws counterfoil.eventstore.LedgerUnavailable if the server does not take it
   */
  public void add(long size, String note) {
    try (Connection connection = server.writer()) {
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO checkpoint (size, note) VALUES (?, ?)")) {
        insert.setLong(1, size);
        insert.setString(2, note);
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    }
  }

  /**
   * The last ones, the newest first.
   *
   * @throws counterfoil.eventstore.LedgerUnavailable if the server does not answer
   */
  public List<String> last(int atMost) {
    try (Connection connection = server.worker();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT note FROM checkpoint ORDER BY number DESC LIMIT ?")) {
      select.setInt(1, atMost);
      List<String> notes = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          notes.add(row.getString(1));
        }
      }
      return notes;
    } catch (SQLException e) {
      throw ServerFault.unavailable(server.address(), e);
    }
  }
}

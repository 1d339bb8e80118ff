package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.sequencing.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The writing end of a ledger on a server, over one connection: entries, head and read models move
 * together or not at all. Everything happens between {@link #lock} and {@link #commit} or {@link
 * #rollback}. For one thread.
 */
final class ServerLedger {
  private final Server server;
  private final List<ReadModel> models;
  private final String fingerprint;
  private final Connection connection;
  private final PreparedStatement lock;
  private final PreparedStatement insert;
  private final PreparedStatement move;
  private final Lookups lookups;

  /** The server did not say whether it has committed. */
  static final class CommitUnanswered extends Exception {
    private static final long serialVersionUID = 1;

    CommitUnanswered(SQLException cause) {
      super(cause);
    }
  }

  private ServerLedger(Server server, List<ReadModel> models, Connection connection)
      throws SQLException {
    this.server = server;
    this.models = models;
    this.fingerprint = ReadModel.fingerprint(models);
    this.connection = connection;
    lock = connection.prepareStatement(ServerHead.SELECT_LOCKED);
    insert = new EntryTable(connection).prepareInsert();
    move = connection.prepareStatement(ServerHead.MOVE);
    lookups = new Lookups(connection);
  }

  /**
   * Connects.
   *
   * @throws SQLException also while another workstation is changing the tables
   */
  static ServerLedger connect(Server server, List<ReadModel> models) throws SQLException {
    Connection connection = server.writer();
    try {
      if (!ServerLock.USE.tryShared(connection)) {
        throw new SQLException("another workstation changes the tables", "57P03");
      }
      connection.commit();
      return new ServerLedger(server, models, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** What the sequencer may ask while the head is locked. */
  Recorded recorded() {
    return lookups;
  }

  /**
   * Waits until nobody else appends, and keeps others from it.
   *
   * @throws LedgerUnavailable if another version of the program has changed the ledger
   */
  HeadRow lock() throws SQLException {
    ServerHead head = ServerHead.read(lock);
    head.refuseUnless(fingerprint, server.address());
    return head.row();
  }

  /** Adds entries and all that is computed from them, and moves the head. */
  void add(List<Entry> entries, HeadRow moved) throws SQLException {
    EntryTable.insert(insert, entries);
    for (ReadModel model : models) {
      model.apply(connection, entries);
    }
    ServerHead.move(move, moved);
  }

  /**
   * Commits.
   *
   * @throws SQLException if the server has answered that nothing was recorded
   * @throws CommitUnanswered if it has not answered
   */
  void commit() throws SQLException, CommitUnanswered {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (ServerFault.isRefusal(e)) {
        throw e;
      }
      throw new CommitUnanswered(e);
    }
  }

  void rollback() throws SQLException {
    connection.rollback();
  }

  /** Ends the connection; what is not committed is not recorded then. */
  void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // The server ends it, sooner or later.
    }
  }
}

package counterfoil.projection;

import counterfoil.eventstore.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Tables about one subject, kept up with the entries of one category. What it makes of an entry
 * follows from that entry and from its own rows alone. For one thread.
 */
interface Register {
  /** Which streams it is about. */
  String category();

  List<RegisterTable> tables();

  /**
   * Takes an entry of its category in.
   *
   * @throws counterfoil.eventstore.LaterVersion if the event is of a kind this program does not
   *     know
   * @throws IllegalStateException if the entry cannot follow on what there is
   */
  void take(Connection connection, Entry entry) throws SQLException;

  /** Writes what was kept back since the last call: the transaction ends behind it. */
  default void write(Connection connection) throws SQLException {}

  /** Makes the indexes, which are far cheaper over filled tables than while they are filled. */
  default void index(Connection connection) throws SQLException {}

  /** Drops whatever is held in memory: the database is what counts. */
  default void forget() {}
}

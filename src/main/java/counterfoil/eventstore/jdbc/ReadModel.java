package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something computed from the entries and kept in the same database, in the transaction that adds
 * them: who sees the entry sees what follows from it. All calls come from the store's writer
 * thread.
 */
public interface ReadModel {
  /** Creates the tables this model needs. Called once for a new or emptied database. */
  void create(Connection connection) throws SQLException;

  /**
   * From now on the whole ledger is applied to tables that nobody reads yet: what many entries
   * change again and again may be kept back until {@link #filled}. Should that never be called, the
   * database is made anew.
   */
  default void fill() {}

  /** Writes what was kept back, and makes the indexes that are missing. */
  default void filled(Connection connection) throws SQLException {}

  /**
   * Takes in {@code entries}, which follow without a gap on those it has. The store commits or
   * rolls back; after a rollback it calls {@link #forget} before anything else.
   *
   * @throws IllegalStateException if an entry is of a kind this model does not know: the store then
   *     stops, nothing is skipped
   */
  void apply(Connection connection, List<Entry> entries) throws SQLException;

  /**
   * Another one of the same kind, for a database that is made beside this one's at the same time;
   * one that remembers nothing may be its own other.
   */
  ReadModel anew();

  /** Drops whatever is held in memory: the database is what counts. */
  void forget();

  /**
   * A name and version of the tables and of the code that fills them. A database made with another
   * one is rebuilt.
   */
  String fingerprint();

  /** The fingerprint of several together. */
  static String fingerprint(List<ReadModel> models) {
    return models.stream().map(ReadModel::fingerprint).collect(Collectors.joining("\n"));
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.sequencing.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What the sequencer asks the database. On H2 over a connection of its own, which sees only what is
 * committed: it goes on asking while the entries before are still being written over the other.
 */
final class Lookups implements Recorded, AutoCloseable {
  private final Connection connection;
  private final EntryTable entries;
  private final PreparedStatement version;
  private final PreparedStatement known;
  private final PreparedStatement ofCommand;

  Lookups(H2File file) throws SQLException {
    this(file.connect());
  }

  /** Over a connection that is the caller's, in whatever transaction that is. */
  Lookups(Connection connection) throws SQLException {
    this.connection = connection;
    entries = new EntryTable(connection);
    version = entries.prepareVersion();
    known = entries.prepareKnown();
    ofCommand = entries.prepareOfCommand();
  }

  @Override
  public long version(StreamName stream) {
    return ask(() -> EntryTable.version(version, stream));
  }

  @Override
  public Set<UUID> known(Collection<UUID> commandIds) {
    if (commandIds.size() == 1) {
      // Half the time that the statement for many takes, and this is what a teller waits for.
      UUID only = commandIds.iterator().next();
      return ofCommand(only).isEmpty() ? Set.of() : Set.of(only);
    }
    return ask(() -> entries.known(known, commandIds));
  }

  @Override
  public List<Entry> ofCommand(UUID commandId) {
    return ask(() -> EntryTable.ofCommand(ofCommand, commandId));
  }

  @Override
  public List<Entry> ofStream(StreamName stream, long fromVersion, int atMost) {
    return ask(() -> entries.ofStream(stream, fromVersion, atMost));
  }

  /** A question to the database. */
  @FunctionalInterface
  private interface Question<T> {
    T ask() throws SQLException;
  }

  private static <T> T ask(Question<T> question) {
    try {
      return question.ask();
    } catch (SQLException e) {
      throw new DatabaseFault(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

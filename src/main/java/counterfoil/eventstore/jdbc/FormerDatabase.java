package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A database that is not served, to be read entry by entry as far as it can be. Nothing in it is
 * changed, not even its file's last chunk.
 */
final class FormerDatabase implements AutoCloseable {
  private final Connection connection;
  private final HeadRow head;

  private FormerDatabase(Connection connection) throws SQLException {
    this.connection = connection;
    this.head = Database.readHead(connection);
  }

  /** Opens it; nothing if there is none or its head cannot be read. */
  static Optional<FormerDatabase> open(H2File file) {
    if (!file.exists()) {
      return Optional.empty();
    }
    try {
      Connection connection = file.connectToLook();
      try {
        return Optional.of(new FormerDatabase(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        return Optional.empty();
      }
    } catch (SQLException | RuntimeException e) {
      // H2 throws more than SQLException over a file that it cannot read.
      return Optional.empty();
    }
  }

  HeadRow head() {
    return head;
  }

  Optional<Charter> charter() {
    return CharterTable.read(connection);
  }

  /** Entries from a position on; those that cannot be read are left out. */
  List<Entry> read(long from, int atMost) {
    EntryTable table = new EntryTable(connection);
    try {
      return table.fromPosition(from, atMost);
    } catch (SQLException | RuntimeException e) {
      return readOneByOne(table, from, atMost);
    }
  }

  private static List<Entry> readOneByOne(EntryTable table, long from, int atMost) {
    List<Entry> entries = new ArrayList<>();
    for (long position = from; position < from + atMost; position++) {
      try {
        entries.addAll(table.fromPosition(position, 1));
      } catch (SQLException | RuntimeException e) {
        // Somebody else may have this one.
      }
    }
    return entries;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException _) {
      // It was only read.
    }
  }
}

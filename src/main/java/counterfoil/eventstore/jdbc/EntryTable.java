package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.MalformedEnvelope;
import counterfoil.eventstore.codec.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The entries in the database: the statements for them, over any connection. */
final class EntryTable {
  private static final String SELECT = "SELECT envelope, salt, payload FROM entry ";

  private final Connection connection;

  EntryTable(Connection connection) {
    this.connection = connection;
  }

  /** A statement for {@link #insert}, to be kept. */
  PreparedStatement prepareInsert() throws SQLException {
    return connection.prepareStatement(
        "INSERT INTO entry (position, stream, version, type, command_id, recorded_at_micros,"
            + " envelope, salt, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  }

  static void insert(PreparedStatement statement, List<Entry> entries) throws SQLException {
    for (Entry entry : entries) {
      statement.setLong(1, entry.position());
      statement.setString(2, entry.stream().value());
      statement.setLong(3, entry.version());
      statement.setString(4, typeColumn(entry));
      statement.setObject(5, entry.commandId());
      statement.setLong(6, Micros.of(entry.recordedAt()));
      statement.setBytes(7, entry.envelope());
      statement.setBytes(8, entry.salt());
      statement.setBytes(9, entry.payload());
      statement.addBatch();
    }
    statement.executeBatch();
  }

  /** Writes the salt and the payload of an entry that is there over what it has. */
  void replacePayload(Entry entry) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE entry SET salt = ?, payload = ? WHERE position = ?")) {
      update.setBytes(1, entry.salt());
      update.setBytes(2, entry.payload());
      update.setLong(3, entry.position());
      update.executeUpdate();
    }
  }

  /** The type's name as its column holds it: PostgreSQL has no way to write the character NUL. */
  static String typeColumn(Entry entry) {
    return entry.type().name().replace('\0', '\u2400');
  }

  List<Entry> fromPosition(long position, int atMost) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + "WHERE position >= ? ORDER BY position LIMIT ?")) {
      select.setLong(1, position);
      select.setInt(2, atMost);
      return entries(select);
    }
  }

  List<Entry> ofStream(StreamName stream, long fromVersion, int atMost) throws SQLException {
    // The stream stands in the order only so that H2 sees that its index has that order.
    try (PreparedStatement select =
        connection.prepareStatement(
            SELECT + "WHERE stream = ? AND version >= ? ORDER BY stream, version LIMIT ?")) {
      select.setString(1, stream.value());
      select.setLong(2, fromVersion);
      select.setInt(3, atMost);
      return entries(select);
    }
  }

  /** A statement for {@link #version}, to be kept. */
  PreparedStatement prepareVersion() throws SQLException {
    return connection.prepareStatement(
        "SELECT version FROM entry WHERE stream = ? ORDER BY stream DESC, version DESC LIMIT 1");
  }

  static long version(PreparedStatement statement, StreamName stream) throws SQLException {
    statement.setString(1, stream.value());
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : ExpectedVersion.NONE;
    }
  }

  /** A statement for {@link #known}, to be kept. */
  PreparedStatement prepareKnown() throws SQLException {
    return connection.prepareStatement("SELECT command_id FROM entry WHERE command_id = ANY(?)");
  }

  Set<UUID> known(PreparedStatement statement, Collection<UUID> commandIds) throws SQLException {
    statement.setArray(1, connection.createArrayOf("uuid", commandIds.toArray()));
    try (ResultSet row = statement.executeQuery()) {
      Set<UUID> known = new HashSet<>();
      while (row.next()) {
        known.add(row.getObject(1, UUID.class));
      }
      return known;
    }
  }

  /** A statement for {@link #ofCommand}, to be kept. */
  PreparedStatement prepareOfCommand() throws SQLException {
    return connection.prepareStatement(SELECT + "WHERE command_id = ? ORDER BY position");
  }

  List<Entry> ofCommand(UUID commandId) throws SQLException {
    try (PreparedStatement select = prepareOfCommand()) {
      return ofCommand(select, commandId);
    }
  }

  static List<Entry> ofCommand(PreparedStatement statement, UUID commandId) throws SQLException {
    statement.setObject(1, commandId);
    return entries(statement);
  }

  private static List<Entry> entries(PreparedStatement select) throws SQLException {
    try (ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        return List.of();
      }
      List<Entry> entries = new ArrayList<>();
      do {
        entries.add(EntryCodec.open(bytes(row, 1), bytes(row, 2), bytes(row, 3)));
      } while (row.next());
      return entries;
    }
  }

  /** A damaged page has been seen to give NULL for a column that cannot hold it. */
  private static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    if (bytes == null) {
      throw new MalformedEnvelope("column " + column, "missing");
    }
    return bytes;
  }
}

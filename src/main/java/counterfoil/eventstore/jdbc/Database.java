package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.codec.Micros;
import counterfoil.proof.Frontier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The writing end of the database: entries, head and read models move together or not at all. All
 * statements on the way of an append are prepared once. For one thread at a time.
 */
final class Database implements AutoCloseable {
  /** Stands in place of the read models' fingerprint until a database is whole: it fits none. */
  private static final String UNFINISHED = "";

  private final H2File file;
  private final List<ReadModel> models;
  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement moveHead;
  private HeadRow head;
  private HeadRow next;

  /** Whether everything begun has been committed. */
  private boolean whole = true;

  private Database(H2File file, List<ReadModel> models, Connection connection) throws SQLException {
    this.file = file;
    this.models = models;
    this.connection = connection;
    insert = new EntryTable(connection).prepareInsert();
    moveHead =
        connection.prepareStatement(
            "UPDATE ledger_head SET position = ?, chain = ?, frontier = ?, recorded_at_micros = ?");
    head = readHead(connection);
    next = head;
    models.forEach(ReadModel::forget);
  }

  /** Makes a new database, without entries. */
  static Database create(H2File file, List<ReadModel> models) throws SQLException {
    Database database = createToFill(file, models);
    try {
      database.index();
      database.filled();
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /** Makes a new database that {@link Filling} fills; it fits no program before {@link #filled}. */
  static Database createToFill(H2File file, List<ReadModel> models) throws SQLException {
    Connection connection = file.connect();
    try {
      Migrations.H2.run(file.owner());
      for (ReadModel model : models) {
        model.create(connection);
      }
      connection.setAutoCommit(false);
      insertHead(connection, HeadRow.start());
      insertUnfinished(connection);
      connection.commit();
      return new Database(file, models, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /**
   * Opens a database that {@link #create} made, and brings its tables up to this program's if an
   * earlier one made them. A later program's, or one from before there were migrations, may open as
   * well, as its head is of interest; but it does not {@linkplain #fits fit}.
   */
  static Database open(H2File file, List<ReadModel> models) throws SQLException {
    Connection connection = file.connect();
    try {
      migrate(file, connection);
      connection.setAutoCommit(false);
      return new Database(file, models, connection);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static void migrate(H2File file, Connection connection) throws SQLException {
    OptionalInt recorded = Migrations.H2.recorded(connection);
    if (recorded.isPresent() && recorded.getAsInt() < Migrations.H2.newest()) {
      Migrations.H2.run(file.owner());
    }
  }

  /** Makes the entries' indexes; far cheaper over a filled table than while it is being filled. */
  void index() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(script("indexes.sql"));
    }
  }

  /** Lets the read models end their filling, and says that the database is whole. */
  void filled() throws SQLException {
    for (ReadModel model : models) {
      model.filled(connection);
    }
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE ledger_schema SET read_models = ?")) {
      update.setString(1, ReadModel.fingerprint(models));
      update.executeUpdate();
    }
    connection.commit();
    models.forEach(ReadModel::forget);
  }

  /** Adds entries, and nothing computed from them, in a transaction of their own. */
  void add(List<Entry> entries, HeadRow moved) throws SQLException {
    whole = false;
    EntryTable.insert(insert, entries);
    next = moved;
    set(moveHead, next);
    moveHead.executeUpdate();
    commit();
  }

  /** Adds entries and everything computed from them, in a transaction of their own. */
  void take(List<Entry> entries, HeadRow moved) throws SQLException {
    prepare(entries, () -> moved);
    commit();
  }

  H2File file() {
    return file;
  }

  HeadRow head() {
    return head;
  }

  /** Entries from a position on, by the one index that is always there. */
  List<Entry> entriesFrom(long position, int atMost) throws SQLException {
    return new EntryTable(connection).fromPosition(position, atMost);
  }

  /** Whether the database says that it is of this ledger, or does not say of which it is. */
  boolean mayBeOf(Charter charter) {
    return CharterTable.read(connection).map(charter::equals).orElse(true);
  }

  /** Whether the database has the tables, and the read models', that this program writes. */
  boolean fits() throws SQLException {
    if (!Migrations.H2.recorded(connection).equals(OptionalInt.of(Migrations.H2.newest()))) {
      return false;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT read_models FROM ledger_schema")) {
      return row.next() && row.getString(1).equals(ReadModel.fingerprint(models));
    }
  }

  /**
   * Adds entries, which follow on the head, and everything computed from them, in a transaction
   * that {@link #commit} must end; without it the database can only be closed.
   *
   * @param moved gives the head that they make; asked for as late as possible
   */
  void prepare(List<Entry> entries, Supplier<HeadRow> moved) throws SQLException {
    whole = false;
    EntryTable.insert(insert, entries);
    for (ReadModel model : models) {
      model.apply(connection, entries);
    }
    next = moved.get();
    set(moveHead, next);
    moveHead.executeUpdate();
  }

  void commit() throws SQLException {
    connection.commit();
    head = next;
    whole = true;
  }

  /** Runs work of somebody else's in a transaction of its own. */
  void maintain(Maintenance work) throws SQLException {
    try {
      work.run(connection);
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      models.forEach(ReadModel::forget);
    }
  }

  /**
   * Lets go of the file; what was begun and not committed is not in it then. After a fault of the
   * disk H2 must not be asked to take that back: it may try to for ever.
   */
  @Override
  public void close() throws SQLException {
    if (whole) {
      connection.close();
    } else {
      abandon();
    }
  }

  /** Writes what is still held in memory, so that {@link #close} has little left to do. */
  void flush() throws SQLException {
    execute("CHECKPOINT");
  }

  /** Lets go of the file as it stands, with all connections to it: it is of no further use. */
  void abandon() throws SQLException {
    H2File.databaseOf(connection).shutdownImmediately();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static HeadRow readHead(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT position, chain, frontier, recorded_at_micros FROM ledger_head")) {
      if (!row.next()) {
        throw new SQLException("the head is missing");
      }
      return new HeadRow(
          row.getLong(1),
          row.getBytes(2),
          Frontier.fromBytes(row.getBytes(3)),
          Micros.toInstant(row.getLong(4)));
    }
  }

  private static void insertHead(Connection connection, HeadRow head) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO ledger_head (id, position, chain, frontier, recorded_at_micros)"
                + " VALUES (1, ?, ?, ?, ?)")) {
      set(insert, head);
      insert.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, HeadRow head) throws SQLException {
    statement.setLong(1, head.position());
    statement.setBytes(2, head.chain());
    statement.setBytes(3, head.frontier().toBytes());
    statement.setLong(4, Micros.of(head.recordedAt()));
  }

  private static void insertUnfinished(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO ledger_schema (id, read_models) VALUES (1, ?)")) {
      insert.setString(1, UNFINISHED);
      insert.executeUpdate();
    }
  }

  private static String script(String name) {
    try (InputStream file = Database.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.jdbc.ReadModel;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * The read model that makes proofs quick: the hash of every perfect subtree of 256 entries, of 256
 * of those, and so on, as the tiles of C2SP tlog-tiles have them. One row for 256 entries, and one
 * that holds the tree's edge. For one thread.
 */
final class TreeTiles implements ReadModel {
  /** Each tile stands on 256 of the level below it: on so many levels of the tree. */
  static final int LEVELS_A_TILE = 8;

  static final int WIDTH = 1 << LEVELS_A_TILE;

  static final String SELECT_EDGE = "SELECT frontier FROM tree_edge";

  private final TreeHash hash = new TreeHash();
  private Optional<Frontier> edge = Optional.empty();
  private boolean filling;

  /** Changes whenever the tables or what is written into them changes. */
  @Override
  public String fingerprint() {
    return "tiles-1";
  }

  @Override
  public void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE tree_hash (
            level SMALLINT NOT NULL,
            number BIGINT NOT NULL,
            hash BYTEA NOT NULL,
            PRIMARY KEY (level, number)
          )
          """);
      statement.execute(
          "CREATE TABLE tree_edge (id SMALLINT PRIMARY KEY CHECK (id = 1), frontier BYTEA NOT"
              + " NULL)");
    }
    Statements.run(
        connection, "INSERT INTO tree_edge (id, frontier) VALUES (1, ?)", Frontier.EMPTY.toBytes());
  }

  @Override
  public void fill() {
    filling = true;
    edge = Optional.of(Frontier.EMPTY);
  }

  @Override
  public void filled(Connection connection) throws SQLException {
    if (filling) {
      write(connection, edge.orElseThrow());
      filling = false;
    }
  }

  @Override
  public void apply(Connection connection, List<Entry> entries) throws SQLException {
    Frontier grown = edge.isPresent() ? edge.get() : readEdge(connection);
    try (Rows rows = new Rows(connection)) {
      for (Entry entry : entries) {
        if (entry.position() != grown.size() + 1) {
          throw new IllegalStateException(
              "entry " + entry.position() + " on a tree of " + grown.size());
        }
        grown = grown.append(hash.leaf(entry.envelope()), hash, rows);
      }
      rows.insert();
    }
    if (!filling) {
      write(connection, grown);
    }
    edge = Optional.of(grown);
  }

  private static void write(Connection connection, Frontier edge) throws SQLException {
    Statements.run(connection, "UPDATE tree_edge SET frontier = ?", edge.toBytes());
  }

  private static Frontier readEdge(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT_EDGE);
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the tree's edge is missing");
      }
      return Frontier.fromBytes(row.getBytes(1));
    }
  }

  @Override
  public ReadModel anew() {
    return new TreeTiles();
  }

  @Override
  public void forget() {
    filling = false;
    edge = Optional.empty();
  }

  /** Whether subtrees of a level are kept. */
  static boolean isKept(int level) {
    return level > 0 && level % LEVELS_A_TILE == 0;
  }

  /** Writes what is completed; most appends complete nothing, and prepare nothing. */
  private static final class Rows implements Frontier.Completion, AutoCloseable {
    private final Connection connection;
    private Optional<PreparedStatement> insert = Optional.empty();
    private Optional<SQLException> fault = Optional.empty();

    Rows(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void subtree(int level, long index, byte[] hash) {
      if (!isKept(level) || fault.isPresent()) {
        return;
      }
      try {
        if (insert.isEmpty()) {
          insert =
              Optional.of(
                  connection.prepareStatement(
                      "INSERT INTO tree_hash (level, number, hash) VALUES (?,?,?)"));
        }
        PreparedStatement row = insert.get();
        row.setInt(1, level);
        row.setLong(2, index);
        row.setBytes(3, hash);
        row.addBatch();
      } catch (SQLException e) {
        fault = Optional.of(e);
      }
    }

    void insert() throws SQLException {
      if (fault.isPresent()) {
        throw fault.get();
      }
      if (insert.isPresent()) {
        insert.get().executeBatch();
      }
    }

    @Override
    public void close() throws SQLException {
      if (insert.isPresent()) {
        insert.get().close();
      }
    }
  }
}

package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.proof.SubtreeHashes;
import counterfoil.proof.TreeHash;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The hashes of a ledger's tree, out of its tiles, and those of the lowest levels out of the
 * entries themselves. For one proof: it keeps the few tiles that this one needs, and asks for each
 * once. For one thread.
 */
public final class TiledTree implements SubtreeHashes {
  private static final int LOWEST = TreeTiles.LEVELS_A_TILE;

  private final Query query;
  private final EventStore store;
  private final TreeHash hash = new TreeHash();
  private final Map<Tile, List<byte[]>> tiles = new HashMap<>();

  /** A row of 256 hashes of one level, or fewer at the tree's edge. */
  private record Tile(int level, long index) {}

  public TiledTree(DataSource database, EventStore store) {
    this.query = new Query(database);
    this.store = store;
  }

  /**
   * @throws QueryFailed if the database cannot be read, or lacks what it should have
   */
  @Override
  public byte[] at(int level, long index) {
    int kept = level / LOWEST * LOWEST;
    long first = index << (level - kept);
    Tile tile = new Tile(kept, first >>> LOWEST);
    List<byte[]> hashes = tiles.computeIfAbsent(tile, this::read);
    int from = (int) (first & (TreeTiles.WIDTH - 1));
    int to = from + (1 << (level - kept));
    if (to > hashes.size()) {
      throw new QueryFailed(new SQLException("a part of the tree is missing at level " + level));
    }
    return over(hashes.subList(from, to));
  }

  private List<byte[]> read(Tile tile) {
    long first = tile.index() << LOWEST;
    if (tile.level() == 0) {
      return store.read(first + 1, TreeTiles.WIDTH).stream()
          .map(Entry::envelope)
          .map(hash::leaf)
          .toList();
    }
    List<Row> rows =
        query.list(
            "SELECT number, hash FROM tree_hash WHERE level = ? AND number BETWEEN ? AND ?"
                + " ORDER BY number",
            row -> new Row(row.getLong(1), row.getBytes(2)),
            tile.level(),
            first,
            first + TreeTiles.WIDTH - 1);
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).number() != first + i) {
        // What follows a gap would be taken for another.
        return rows.subList(0, i).stream().map(Row::hash).toList();
      }
    }
    return rows.stream().map(Row::hash).toList();
  }

  private record Row(long number, byte[] hash) {}

  private byte[] over(List<byte[]> hashes) {
    if (hashes.size() == 1) {
      return hashes.getFirst();
    }
    int middle = hashes.size() / 2;
    return hash.node(over(hashes.subList(0, middle)), over(hashes.subList(middle, hashes.size())));
  }
}

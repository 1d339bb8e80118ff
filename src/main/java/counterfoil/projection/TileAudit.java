package counterfoil.projection;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Proves the tree's tiles: hashes every entry anew and compares what the tables say. Keeps one hash
 * for 256 entries until that is compared. For one thread.
 */
final class TileAudit {
  private static final int AT_A_TIME = 1000;
  private static final String TABLE = "tree_hash";

  private final Query query;
  private final EventStore store;
  private final TreeHash hash = new TreeHash();
  private final List<Kept> unchecked = new ArrayList<>();
  private Frontier frontier = Frontier.EMPTY;

  TileAudit(DataSource database, EventStore store) {
    this.query = new Query(database);
    this.store = store;
  }

  /** A subtree's hash as it must be. */
  private record Kept(int level, long number, byte[] hash) {
    long firstPosition() {
      return (number << level) + 1;
    }

    long lastPosition() {
      return (number + 1) << level;
    }

    Finding finding(Kind kind) {
      return Finding.of(firstPosition(), kind, TABLE);
    }
  }

  /** Takes in entries that follow on those it has. */
  void take(List<Entry> entries) {
    for (Entry entry : entries) {
      frontier =
          frontier.append(
              hash.leaf(entry.envelope()),
              hash,
              (level, index, subtree) -> {
                if (TreeTiles.isKept(level)) {
                  unchecked.add(new Kept(level, index, subtree));
                }
              });
    }
  }

  /** Compares what the entries taken in since the last time have completed. */
  List<Finding> compare(int most) {
    List<Finding> findings = new ArrayList<>();
    for (Kept kept : unchecked) {
      if (findings.size() == most) {
        break;
      }
      Optional<byte[]> found =
          query.first(
              "SELECT hash FROM tree_hash WHERE level = ? AND number = ?",
              row -> row.getBytes(1),
              kept.level(),
              kept.number());
      if (found.isEmpty()) {
        findings.add(kept.finding(Kind.ROW_MISSING));
      } else if (!Arrays.equals(found.get(), kept.hash())) {
        findings.add(different(kept));
      }
    }
    unchecked.clear();
    return findings;
  }

  /**
   * One hash stands for all entries below it, so only the one that does not bear itself out can be
   * named.
   */
  private Finding different(Kept kept) {
    return changed(kept)
        .map(position -> Finding.of(position, Kind.ENTRY_UNDER_ROW, TABLE))
        .orElseGet(() ->
            Finding.of(
                kept.firstPosition(),
                Kind.ROW_OF_ENTRIES,
                Long.toString(kept.firstPosition()),
                Long.toString(kept.lastPosition()),
                TABLE));
  }

  /** The first of its entries whose envelope does not commit to what stands beside it. */
  private Optional<Long> changed(Kept kept) {
    if (kept.level() != TreeTiles.LEVELS_A_TILE) {
      // The tile of those 256 is compared as well, and names it.
      return Optional.empty();
    }
    EntryCodec codec = new EntryCodec();
    return store.read(kept.firstPosition(), TreeTiles.WIDTH).stream()
        .filter(entry -> !codec.payloadMayStand(entry))
        .map(Entry::position)
        .findFirst();
  }

  /** Compares the tree's edge, after it has caught up with what was appended since. */
  List<Finding> compareAll(int most) {
    Frontier edge;
    try {
      edge =
          query
              .first(TreeTiles.SELECT_EDGE, row -> Frontier.fromBytes(row.getBytes(1)))
              .orElse(Frontier.EMPTY);
    } catch (IllegalArgumentException e) {
      edge = Frontier.EMPTY;
    }
    catchUp(edge.size());
    List<Finding> findings = new ArrayList<>(compare(most));
    if (!edge.equals(frontier)) {
      findings.add(Finding.of(frontier.size(), Kind.EDGE));
    }
    return findings;
  }

  private void catchUp(long last) {
    while (frontier.size() < last) {
      int howMany = Math.toIntExact(Math.min(AT_A_TIME, last - frontier.size()));
      List<Entry> next = store.read(frontier.size() + 1, howMany);
      if (next.isEmpty()) {
        return;
      }
      take(next);
    }
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import java.util.ArrayList;
import java.util.List;

/** What an audit has found so far. */
final class Findings {
  /** More would tell nothing new, and those of a wholly broken ledger would fill the memory. */
  private static final int ENOUGH = 1000;

  private final List<Finding> all = new ArrayList<>();

  void add(long position, Kind kind, String... particulars) {
    if (!areEnough()) {
      all.add(Finding.of(position, kind, particulars));
    }
  }

  boolean areEnough() {
    return all.size() >= ENOUGH;
  }

  List<Finding> all() {
    return List.copyOf(all);
  }
}

package counterfoil.campaign;

import counterfoil.eventstore.Entry;
import java.util.List;
import java.util.Set;

/**
 * A ledger that somebody has made of another.
 *
 * @param entries in which everything fits that can be computed
 * @param at the first position that differs
 * @param expected who must find it, by the design says
 */
record Forgery(List<Entry> entries, long at, Set<Detector> expected) {
  Forgery {
    entries = List.copyOf(entries);
    expected = Set.copyOf(expected);
  }
}

package counterfoil.desktop.kit;

import counterfoil.domain.branch.DayState;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the branch stands: its day, its rules, and every drawer.
 *
 * @param tills all that were ever used, the vault among them
 */
public record BranchNow(DayState day, Settings settings, SortedMap<TillId, TillState> tills) {
  /** Before anything has happened. */
  public static final BranchNow NOTHING =
      new BranchNow(new DayState.NoDay(), Settings.NONE, new TreeMap<>());

  public BranchNow {
    tills = Collections.unmodifiableSortedMap(new TreeMap<>(tills));
  }

  public TillState till(TillId id) {
    var known = tills.get(id);
    return known == null ? new TillState.Unused() : known;
  }

  /** The till that {@code teller} has open. */
  public Optional<TillId> tillOf(String teller) {
    return tills.entrySet().stream()
        .filter(
            till -> till.getValue().session().filter(s -> s.teller().equals(teller)).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** What others have offered this till and it has not answered yet. */
  public List<Offer> waitingFor(TillId id) {
    return tills.values().stream()
        .flatMap(till -> till.offers().values().stream())
        .filter(offer -> offer.to().equals(id))
        .toList();
  }
}

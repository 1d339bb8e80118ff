package counterfoil.eventstore;

import java.util.List;

/**
 * An acknowledged append: on disk, and in every read that follows.
 *
 * @param entries what was recorded, in the order of positions, at least one
 * @param before whether the same command had been recorded already; nothing was added then
 */
public record Appended(List<Entry> entries, boolean before) {
  public Appended {
    entries = List.copyOf(entries);
  }

  public long firstPosition() {
    return entries.getFirst().position();
  }

  public long lastPosition() {
    return entries.getLast().position();
  }
}

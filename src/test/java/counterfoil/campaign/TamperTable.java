package counterfoil.campaign;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was done, who has found it and where, and what was missed. Safe from any thread. */
final class TamperTable {
  private static final String FORMAT = "%-38s %-10s %7s  %-70s %6s%n";

  /** By who tampers, what they do in the order in which that was done first, and on what. */
  private final SortedMap<String, Map<String, SortedMap<String, Row>>> rows = new TreeMap<>();

  private final List<String> missed = new ArrayList<>();

  /** One kind in one place. */
  private static final class Row {
    private final Map<Detector, SortedMap<Long, Integer>> found = new EnumMap<>(Detector.class);
    private int runs;
    private int nobody;
    private int missed;

    String findings() {
      String by =
          found.entrySet().stream()
              .map(entry -> entry.getKey() + " " + where(entry.getValue()))
              .collect(Collectors.joining(", "));
      return nobody == 0 ? by : (by.isEmpty() ? "" : by + ", ") + "nobody " + nobody;
    }

    /** How often, and how far from the change: 0 is the changed entry itself. */
    private static String where(SortedMap<Long, Integer> offsets) {
      int all = offsets.values().stream().mapToInt(n -> n).sum();
      int there = offsets.getOrDefault(0L, 0);
      return there == all ? all + " there" : all + " (" + there + " there)";
    }
  }

  /**
   * Counts a run.
   *
   * @param who tampers
   * @param at the first position that was changed
   * @param expected who had to find it
   * @param alone whether nobody else may find something
   * @param found who has found something, and where
   * @param what brings the run back
   */
  synchronized void add(
      String who,
      String kind,
      String where,
      long at,
      Set<Detector> expected,
      boolean alone,
      Map<Detector, Long> found,
      String what) {
    Row row =
        rows.computeIfAbsent(who, _ -> new LinkedHashMap<>())
            .computeIfAbsent(kind, _ -> new TreeMap<>())
            .computeIfAbsent(where, _ -> new Row());
    row.runs++;
    found.forEach((detector, position) ->
        row.found
            .computeIfAbsent(detector, _ -> new TreeMap<>())
            .merge(position - at, 1, Integer::sum));
    row.nobody += found.isEmpty() ? 1 : 0;
    boolean right =
        found.containsKey(Detector.OPENING)
            || (alone ? found.keySet().equals(expected) : found.keySet().containsAll(expected));
    if (!right) {
      row.missed++;
      missed.add(
          "%s, %s, at %d: expected %s, found %s; %s"
              .formatted(kind, where, at, expected, found, what));
    }
  }

  /** What was not found by whom the design says, with what brings it back. */
  synchronized List<String> missed() {
    return List.copyOf(missed);
  }

  @Override
  public synchronized String toString() {
    StringBuilder text =
        new StringBuilder(
            FORMAT.formatted(
                "tampering", "on", "runs", "found by (at the change itself)", "missed"));
    rows.forEach((who, kinds) -> {
      text.append(who).append('\n');
      kinds.forEach((kind, places) ->
          places.forEach((where, row) ->
              text.append(
                  String.format(
                      Locale.ROOT, FORMAT, kind, where, row.runs, row.findings(), row.missed))));
    });
    missed.stream().limit(20).forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}

package counterfoil.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The rows of a long table, fetched page by page off the screen's thread as they come into sight,
 * and kept while they are likely to be seen again. Asking for a row never waits: one that is not
 * there yet is empty, and the listener hears when it has come. All methods belong to the screen's
 * thread.
 */
public final class Pages<K, V> {
  /** A table shows some 25 rows: a page covers what is seen, and is fetched in milliseconds. */
  public static final int ROWS_PER_PAGE = 100;

  /** Rows this far from the one asked for are fetched too, so that scrolling meets them ready. */
  private static final int ROWS_AHEAD = 40;

  private static final int MAX_ROWS_KEPT = 5_000;
  private static final int MAX_FETCHES_AT_ONCE = 2;

  /** Of pages that a dragged scroll bar flew over, only the last are still of interest. */
  private static final int MAX_PAGES_WAITING = 4;

  private record Held<V>(Optional<V> row, long age) {}

  private final Background background;
  private final Function<List<K>, Map<K, V>> fetch;
  private final Runnable whenArrived;
  private final Consumer<Throwable> whenFailed;
  private final Map<K, Held<V>> kept =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Held<V>> eldest) {
          return size() > MAX_ROWS_KEPT;
        }
      };
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private List<K> keys = List.of();
  private Set<Integer> underWay = new HashSet<>();
  private long age;

  /**
   * @param fetch the rows of some neighbouring keys, called off the screen's thread; keys may be
   *     missing from its answer
   */
  public Pages(
      Background background,
      Function<List<K>, Map<K, V>> fetch,
      Runnable whenArrived,
      Consumer<Throwable> whenFailed) {
    this.background = background;
    this.fetch = fetch;
    this.whenArrived = whenArrived;
    this.whenFailed = whenFailed;
  }

  /** Takes other keys, which nobody may change afterwards. Rows already here stay. */
  public void keys(List<K> newKeys) {
    keys = newKeys;
    waiting.clear();
    underWay = new HashSet<>();
  }

  /** Rows may have changed: those here are still shown, and fetched anew when asked for. */
  public void outdate() {
    age++;
  }

  /** Takes rows that have been read already. */
  public void put(Map<K, V> rows) {
    rows.forEach((key, row) -> kept.put(key, new Held<>(Optional.of(row), age)));
  }

  /** The row at an index, if it is here. If not, it has been sent for. */
  public Optional<V> row(int index) {
    if (index >= keys.size()) {
      // A table draws once more what it has not yet taken out of sight.
      return Optional.empty();
    }
    want(index);
    want(Math.max(0, index - ROWS_AHEAD));
    want(Math.min(keys.size() - 1, index + ROWS_AHEAD));
    want(index);
    Held<V> held = kept.get(keys.get(index));
    return held == null ? Optional.empty() : held.row();
  }

  private void want(int index) {
    int page = index / ROWS_PER_PAGE;
    if (isFresh(keys.get(index)) || underWay.contains(page)) {
      return;
    }
    waiting.remove(page);
    waiting.addFirst(page);
    if (waiting.size() > MAX_PAGES_WAITING) {
      waiting.removeLast();
    }
    fetchWaiting();
  }

  private boolean isFresh(K key) {
    Held<V> held = kept.get(key);
    return held != null && held.age() == age;
  }

  private void fetchWaiting() {
    while (underWay.size() < MAX_FETCHES_AT_ONCE && !waiting.isEmpty()) {
      fetchPage(waiting.removeFirst());
    }
  }

  private void fetchPage(int page) {
    int from = page * ROWS_PER_PAGE;
    int to = Math.min(keys.size(), from + ROWS_PER_PAGE);
    List<K> missing = keys.subList(from, to).stream().filter(key -> !isFresh(key)).toList();
    if (missing.isEmpty()) {
      return;
    }
    Set<Integer> fetching = underWay;
    long ageNow = age;
    fetching.add(page);
    background.run(
        () -> fetch.apply(missing),
        rows -> {
          missing.forEach(
              key -> kept.put(key, new Held<>(Optional.ofNullable(rows.get(key)), ageNow)));
          arrived(fetching, page);
        },
        fault -> {
          // Counted as fresh until the next change, or every repaint would ask again at once.
          missing.forEach(key -> kept.put(key, new Held<>(rowKept(key), ageNow)));
          arrived(fetching, page);
          whenFailed.accept(fault);
        });
  }

  private Optional<V> rowKept(K key) {
    Held<V> held = kept.get(key);
    return held == null ? Optional.empty() : held.row();
  }

  private void arrived(Set<Integer> fetching, int page) {
    fetching.remove(page);
    whenArrived.run();
    fetchWaiting();
  }
}

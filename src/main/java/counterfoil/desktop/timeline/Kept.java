package counterfoil.desktop.timeline;

import java.util.LinkedHashMap;
import java.util.Map;

/** What was looked up last, up to a number of things; the longest unused goes first. */
final class Kept<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;

  private final int atMost;

  Kept(int atMost) {
    super(atMost * 4 / 3, 0.75f, true);
    this.atMost = atMost;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > atMost;
  }
}

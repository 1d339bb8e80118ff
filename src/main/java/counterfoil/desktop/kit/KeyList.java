package counterfoil.desktop.kit;

import java.util.List;
import javafx.collections.ObservableListBase;

/**
 * What a table of many rows holds: the rows' keys, in order. The rows themselves come from {@link
 * Pages}. Changes are one event each, whatever their size, for surgery on long lists is what makes
 * a table stutter.
 */
public final class KeyList<K> extends ObservableListBase<K> {
  private List<K> keys = List.of();

  @Override
  public K get(int index) {
    return keys.get(index);
  }

  @Override
  public int size() {
    return keys.size();
  }

  /** Takes other keys, which nobody may change afterwards. */
  public void show(List<K> newKeys) {
    List<K> old = keys;
    if (old.isEmpty() && newKeys.isEmpty()) {
      return;
    }
    beginChange();
    keys = newKeys;
    nextReplace(0, newKeys.size(), old);
    endChange();
  }

  /** Takes keys that are the present ones with some more in front of them. */
  public void showWithMoreInFront(List<K> newKeys) {
    int added = newKeys.size() - keys.size();
    if (added <= 0) {
      return;
    }
    beginChange();
    keys = newKeys;
    nextAdd(0, added);
    endChange();
  }
}

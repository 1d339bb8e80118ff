package counterfoil.desktop.timeline;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.collections.ObservableListBase;

/**
 * The rows in view of a list that may be millions of rows long, and no others. JavaFX's table would
 * hold a long list as well, but computes the sum of all row heights several times for each scroll:
 * at a million rows that is longer than a frame.
 */
final class Window<R> extends ObservableListBase<R> {
  private final IntFunction<R> lookUp;
  private List<R> shown = List.of();

  /**
   * @param lookUp the row at an index of the whole list; answers at once, with a blank row where
   *     nothing is known yet
   */
  Window(IntFunction<R> lookUp) {
    this.lookUp = lookUp;
  }

  @Override
  public R get(int index) {
    return shown.get(index);
  }

  @Override
  public int size() {
    return shown.size();
  }

  /** Shows these rows, each looked up anew; tells of those that are not what they were. */
  void show(Viewport viewport) {
    var before = shown;
    var now =
        IntStream.range(viewport.top(), viewport.top() + viewport.count())
            .mapToObj(lookUp)
            .toList();
    int kept = Math.min(before.size(), now.size());
    beginChange();
    shown = now;
    for (int i = 0; i < kept; i++) {
      if (!before.get(i).equals(now.get(i))) {
        nextUpdate(i);
      }
    }
    if (before.size() > kept) {
      nextRemove(kept, before.subList(kept, before.size()));
    } else if (now.size() > kept) {
      nextAdd(kept, now.size());
    }
    endChange();
  }
}

package counterfoil.desktop.timeline;

import java.util.function.IntFunction;
import javafx.collections.ObservableListBase;

/**
 * A list that may be a million rows long and holds none of them: a row is looked up when it comes
 * into view, and looked up again when {@link #renewed} says that there is news of it.
 */
final class Window<R> extends ObservableListBase<R> {
  private final IntFunction<R> lookUp;
  private int size;

  /**
   * @param lookUp answers at once, with a blank row where nothing is known yet
   */
  Window(int size, IntFunction<R> lookUp) {
    this.size = size;
    this.lookUp = lookUp;
  }

  @Override
  public R get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    return lookUp.apply(index);
  }

  @Override
  public int size() {
    return size;
  }

  /** {@code count} rows have come in before all others; the look-up knows of them already. */
  void grownAtStart(int count) {
    grown(0, count);
  }

  /** The same after all others. */
  void grownAtEnd(int count) {
    grown(size, count);
  }

  private void grown(int from, int count) {
    beginChange();
    size += count;
    nextAdd(from, from + count);
    endChange();
  }

  /** The look-up gives something new for these rows, both included; those beyond the list aside. */
  void renewed(int first, int last) {
    beginChange();
    for (int i = Math.max(0, first); i <= Math.min(last, size - 1); i++) {
      nextUpdate(i);
    }
    endChange();
  }
}

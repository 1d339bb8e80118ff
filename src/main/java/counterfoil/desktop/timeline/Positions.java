package counterfoil.desktop.timeline;

import java.util.Arrays;

/** The positions that a selection lets through, ascending, by index from 0. */
sealed interface Positions {
  int size();

  long at(int index);

  /** The index of the last one not after {@code position}; -1 if all are after it. */
  int indexAtOrBefore(long position);

  /** The index of {@code position}; -1 if it is not among them. */
  default int indexOf(long position) {
    int index = indexAtOrBefore(position);
    return index >= 0 && at(index) == position ? index : -1;
  }

  /**
   * {@code steps} further on from {@code position}, which need not be among them; back if negative.
   * Where they end before that: the first or the last. With none at all: {@code position} itself.
   */
  default long stepped(long position, long steps) {
    if (size() == 0 || steps == 0) {
      return position;
    }
    int before = indexAtOrBefore(position);
    long from = steps < 0 && indexOf(position) < 0 ? before + 1L : before;
    long reached = at((int) Math.clamp(from + steps, 0, size() - 1L));
    boolean wrongWay = steps > 0 ? reached < position : reached > position;
    return wrongWay ? position : reached;
  }

  /** Nothing is filtered out: no list is needed, positions are dense. */
  record All(int size) implements Positions {
    static final All NONE = new All(0);

    @Override
    public long at(int index) {
      return index + 1L;
    }

    @Override
    public int indexAtOrBefore(long position) {
      return Math.clamp(position, 0, size) - 1;
    }
  }

  /** Ascending, without doubles. Not to be changed by who handed them over. */
  record Listed(long[] ascending) implements Positions {
    static final Listed NONE = new Listed(new long[0]);

    @Override
    public int size() {
      return ascending.length;
    }

    @Override
    public long at(int index) {
      return ascending[index];
    }

    @Override
    public int indexAtOrBefore(long position) {
      int found = Arrays.binarySearch(ascending, position);
      return found >= 0 ? found : -found - 2;
    }

    /** With {@code later} ones, all of them after these. */
    Listed followedBy(Listed later) {
      long[] all = Arrays.copyOf(ascending, size() + later.size());
      System.arraycopy(later.ascending, 0, all, size(), later.size());
      return new Listed(all);
    }
  }
}

package counterfoil.report.layout;

import java.util.BitSet;

/**
 * The dark and light squares of a two-dimensional code.
 *
 * @param size how many there are on each side, 1 or more
 * @param dark the dark ones, row by row. Not to be changed
 */
public record Modules(int size, BitSet dark) {
  /** What a reader needs around the code, in squares. */
  public static final int QUIET = 4;

  public boolean isDark(int column, int row) {
    return dark.get(row * size + column);
  }

  /** A run of dark squares in a row. */
  public interface Run {
    /**
     * @param length 1 or more
     */
    void from(int column, int row, int length);
  }

  /** All dark squares, each run of neighbours at once. */
  public void eachRun(Run run) {
    for (int row = 0; row < size; row++) {
      int end = (row + 1) * size;
      int from = dark.nextSetBit(row * size);
      while (from >= 0 && from < end) {
        int to = Math.min(end, dark.nextClearBit(from));
        run.from(from - row * size, row, to - from);
        from = dark.nextSetBit(to);
      }
    }
  }
}

package counterfoil.desktop.timeline;

/**
 * Which rows of a long list are in view.
 *
 * @param total all rows there are
 * @param top the first row in view
 * @param fitting how many rows fit into the view, whether there are so many or not
 */
record Viewport(int total, int top, int fitting) {
  static final Viewport EMPTY = new Viewport(0, 0, 0);

  /** A top that would leave room below the last row is moved up. */
  Viewport {
    top = Math.clamp(top, 0, Math.max(0, total - fitting));
  }

  /** How many rows are in view. */
  int count() {
    return Math.min(fitting, total - top);
  }

  boolean shows(int row) {
    return row >= top && row < top + count();
  }

  Viewport scrolledTo(int newTop) {
    return new Viewport(total, newTop, fitting);
  }

  /** With {@code row} in view: moved no further than needed, or with a far row in the middle. */
  Viewport showing(int row) {
    if (shows(row) || row < 0) {
      return this;
    }
    if (row == top - 1) {
      return scrolledTo(row);
    }
    return scrolledTo(row == top + count() ? row - fitting + 1 : row - fitting / 2);
  }

  Viewport withRoomFor(int rows) {
    return new Viewport(total, top, rows);
  }

  Viewport over(int newTotal) {
    return new Viewport(newTotal, top, fitting);
  }

  /**
   * Rows have come in before all others. Who looks at the first rows sees them; for who looks
   * further down nothing moves.
   */
  Viewport grownAtStart(int by) {
    return new Viewport(total + by, top == 0 ? 0 : top + by, fitting);
  }
}

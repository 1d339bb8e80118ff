package counterfoil.desktop.timeline;

/**
 * The place in the ledger one looks from: just after the entry at {@code position}.
 *
 * @param position 1 at least; 0 only where there is no entry at all
 * @param last the ledger's last position as far as it is known here
 */
record Cursor(long position, long last) {
  static final Cursor OF_NOTHING = new Cursor(0, 0);

  Cursor {
    if (position > last || position < Math.min(1, last)) {
      throw new IllegalArgumentException("no entry " + position + " among " + last);
    }
  }

  /** Whether this is the present: it stays the present when entries are added. */
  boolean live() {
    return position == last;
  }

  /** The same ledger seen from {@code wanted}, or from the nearest entry there is. */
  Cursor at(long wanted) {
    return new Cursor(Math.clamp(wanted, Math.min(1, last), last), last);
  }

  /**
   * The ledger has grown to {@code newLast}. A smaller one is news that came late, and changes
   * nothing.
   */
  Cursor grownTo(long newLast) {
    if (newLast <= last) {
      return this;
    }
    return new Cursor(live() ? newLast : position, newLast);
  }
}

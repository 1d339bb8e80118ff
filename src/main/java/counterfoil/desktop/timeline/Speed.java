package counterfoil.desktop.timeline;

/** How fast the past is played. At {@link #SINGLE} an eye can read every entry. */
enum Speed {
  HALF(0.5),
  SINGLE(1),
  DOUBLE(2),
  QUADRUPLE(4),
  TIMES_8(8),
  TIMES_16(16),
  TIMES_32(32),
  TIMES_64(64),
  /** As far apart as they were, but never more than a second. */
  REAL_GAPS(0.5);

  private static final double ENTRIES_PER_SECOND_AT_SINGLE = 2;

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  /** Whether entries are as far apart as they were. */
  boolean real() {
    return this == REAL_GAPS;
  }

  /** Against {@link #SINGLE}; of {@link #REAL_GAPS} what it is at least. */
  double factor() {
    return factor;
  }

  double entriesPerSecond() {
    return factor * ENTRIES_PER_SECOND_AT_SINGLE;
  }
}

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
  TIMES_64(64);

  private static final double ENTRIES_PER_SECOND_AT_SINGLE = 2;

  private final double factor;

  Speed(double factor) {
    this.factor = factor;
  }

  double factor() {
    return factor;
  }

  double entriesPerSecond() {
    return factor * ENTRIES_PER_SECOND_AT_SINGLE;
  }
}

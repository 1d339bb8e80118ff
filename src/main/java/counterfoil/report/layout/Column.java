package counterfoil.report.layout;

/**
 * A column of a table. It is as wide as its widest cell and no wider than {@code widest}.
 *
 * @param widest in points
 * @param takesTheRest whether it is as wide as the other columns leave it, instead
 * @param mostLines how many lines a cell may take before it is cut short
 */
public record Column(
    String heading, double widest, boolean takesTheRest, Align align, Face face, int mostLines) {

  /** A column of short texts, on two lines where one is too long. */
  public static Column of(String heading, double widest) {
    return new Column(heading, widest, false, Align.LEFT, Face.REGULAR, 2);
  }

  /**
   * A column of figures: they end below each other, and their digits are all equally wide. A figure
   * is never cut: one that is too wide is set smaller.
   */
  public static Column figures(String heading, double widest) {
    return new Column(heading, widest, false, Align.RIGHT, Face.REGULAR, 1);
  }

  /** A column of text that takes what the others leave, on up to {@code mostLines} lines. */
  public static Column text(String heading, int mostLines) {
    return new Column(heading, 0, true, Align.LEFT, Face.REGULAR, mostLines);
  }

  public Column in(Face other) {
    return new Column(heading, widest, takesTheRest, align, other, mostLines);
  }

  boolean isFigures() {
    return align == Align.RIGHT;
  }
}

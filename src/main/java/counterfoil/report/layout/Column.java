package counterfoil.report.layout;

/**
 * A column of a table.
 *
 * @param width in points; of a column that {@link #takesTheRest} the smallest it may be
 * @param mostLines how many lines a cell may take before it is cut short
 */
public record Column(
    String heading, double width, boolean takesTheRest, Align align, Face face, int mostLines) {

  /** A column of one line, cut short where a text is too long. */
  public static Column of(String heading, double width) {
    return new Column(heading, width, false, Align.LEFT, Face.REGULAR, 1);
  }

  /** A column of figures: they end below each other, and their digits are all equally wide. */
  public static Column figures(String heading, double width) {
    return new Column(heading, width, false, Align.RIGHT, Face.REGULAR, 1);
  }

  /** A column of text that takes what the others leave, on up to {@code mostLines} lines. */
  public static Column text(String heading, int mostLines) {
    return new Column(heading, 40, true, Align.LEFT, Face.REGULAR, mostLines);
  }

  public Column in(Face other) {
    return new Column(heading, width, takesTheRest, align, other, mostLines);
  }
}

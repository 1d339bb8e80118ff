package counterfoil.report.layout;

/** The papers that are printed on; measures in points. */
public enum PaperFormat {
  A4(595.28, 841.89, 51, 48, 9),
  /** A roll 80 mm wide, of which 72 mm are printed on; a page is as long as what stands on it. */
  ROLL_80(226.77, 2834.65, 11.34, 14, 8);

  private final double width;
  private final double longest;
  private final double sideMargin;
  private final double endMargin;
  private final double bodySize;

  PaperFormat(double width, double longest, double sideMargin, double endMargin, double bodySize) {
    this.width = width;
    this.longest = longest;
    this.sideMargin = sideMargin;
    this.endMargin = endMargin;
    this.bodySize = bodySize;
  }

  public double width() {
    return width;
  }

  /** The height of a page, of a roll the greatest one: a metre. */
  public double longest() {
    return longest;
  }

  public boolean isRoll() {
    return this == ROLL_80;
  }

  double sideMargin() {
    return sideMargin;
  }

  double endMargin() {
    return endMargin;
  }

  /** The usual text of this paper. */
  public Style body() {
    return new Style(Face.REGULAR, bodySize, Ink.BLACK);
  }
}

package counterfoil.report.layout;

/** Something drawn on a page; measures are points from the page's upper left corner. */
public sealed interface Mark {
  /**
   * One line of text. It is as wide as {@link Typefaces} says, and holds only characters that the
   * typefaces have.
   *
   * @param left where it begins
   * @param baseline what its letters stand on
   */
  record TextMark(double left, double baseline, double width, String text, Style style)
      implements Mark {}

  /** A line from left to right. */
  record Rule(double left, double right, double y, double thickness, Ink ink) implements Mark {}

  /** A filled rectangle. */
  record Box(double left, double top, double width, double height, Ink ink) implements Mark {}

  /** A two-dimensional code in black; its {@link Modules#QUIET quiet} border is outside. */
  record Code(double left, double top, double side, Modules modules) implements Mark {
    /** The side of one of its squares. */
    public double square() {
      return side / modules.size();
    }
  }
}

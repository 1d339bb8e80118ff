package counterfoil.report.layout;

/**
 * How a text looks.
 *
 * @param size in points
 */
public record Style(Face face, double size, Ink ink) {
  /** From one baseline to the next. */
  public double lineHeight() {
    return size * 1.38;
  }

  public Style with(Face other) {
    return new Style(other, size, ink);
  }

  public Style with(Ink other) {
    return new Style(face, size, other);
  }

  public Style sized(double points) {
    return new Style(face, points, ink);
  }
}

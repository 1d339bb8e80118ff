package counterfoil.report.layout;

/** The faces of a paper's texts. */
public enum Face {
  REGULAR(FontFile.SANS, false),
  STRONG(FontFile.SANS_SEMIBOLD, true),
  /** For numbers that are compared letter by letter. */
  MONO(FontFile.MONO, false);

  private final FontFile font;
  private final boolean heavy;

  Face(FontFile font, boolean heavy) {
    this.font = font;
    this.heavy = heavy;
  }

  FontFile font() {
    return font;
  }

  boolean heavy() {
    return heavy;
  }
}

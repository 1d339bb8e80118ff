package counterfoil.report.layout;

/** Where a text stands in the room it has. */
public enum Align {
  LEFT,
  CENTRE,
  RIGHT
}

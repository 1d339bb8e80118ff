package counterfoil.report.layout;

import java.util.List;

/** A row of a table: a text for each of its columns. */
public record Row(List<String> cells, Kind kind) {
  /** What a row is among the others. */
  public enum Kind {
    PLAIN,
    /** Begins what follows: heavy, with room above. */
    HEADING,
    /** Adds up what came before: heavy, below a line. */
    TOTAL
  }

  public Row {
    cells = List.copyOf(cells);
  }

  public static Row of(String... cells) {
    return new Row(List.of(cells), Kind.PLAIN);
  }

  public static Row total(String... cells) {
    return new Row(List.of(cells), Kind.TOTAL);
  }

  public static Row heading(String... cells) {
    return new Row(List.of(cells), Kind.HEADING);
  }
}

package counterfoil.report.layout;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings that are repeated on every page they reach. */
public final class Table {
  private static final double BETWEEN = 9;
  private static final double ABOVE_AND_BELOW = 1.6;

  private final Sheet sheet;
  private final List<Column> columns;
  private final double left;
  private final List<Double> widths;
  private final Style style;

  /** A table across the whole paper. */
  public Table(Sheet sheet, List<Column> columns) {
    this(sheet, columns, sheet.left(), sheet.width());
  }

  public Table(Sheet sheet, List<Column> columns, double left, double width) {
    this.sheet = sheet;
    this.columns = List.copyOf(columns);
    this.left = left;
    this.widths = widths(columns, width);
    this.style = sheet.format().isRoll() ? sheet.format().body() : sheet.format().body().sized(8.5);
  }

  private static List<Double> widths(List<Column> columns, double width) {
    double fixed = columns.stream().mapToDouble(Column::width).sum();
    double over = Math.max(0, width - fixed - BETWEEN * (columns.size() - 1));
    long sharing = columns.stream().filter(Column::takesTheRest).count();
    return columns.stream()
        .map(column -> column.width() + (column.takesTheRest() ? over / sharing : 0))
        .toList();
  }

  private double right() {
    double all = widths.stream().mapToDouble(Double::doubleValue).sum();
    return left + all + BETWEEN * (columns.size() - 1);
  }

  /** Writes headings and rows; {@code whenEmpty} stands there where there are none. */
  public void write(Iterable<Row> rows, String whenEmpty) {
    sheet.need(headHeight() + 3 * style.lineHeight());
    head();
    boolean empty = true;
    for (var row : rows) {
      empty = false;
      write(row);
    }
    if (empty) {
      sheet.gap(ABOVE_AND_BELOW);
      sheet.line(left, right() - left, whenEmpty, style.with(Ink.GREY), Align.LEFT);
      sheet.gap(ABOVE_AND_BELOW);
    }
  }

  private boolean hasHead() {
    return columns.stream().anyMatch(column -> !column.heading().isEmpty());
  }

  private double headHeight() {
    return hasHead() ? headStyle().lineHeight() + 5 : 0;
  }

  private Style headStyle() {
    return style.sized(style.size() - 1).with(Ink.GREY);
  }

  private void head() {
    if (!hasHead()) {
      return;
    }
    double baseline = sheet.top() + sheet.baseline(headStyle());
    double at = left;
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      sheet.put(at, baseline, widths.get(i), column.heading(), headStyle(), column.align());
      at += widths.get(i) + BETWEEN;
    }
    sheet.gap(headStyle().lineHeight() + 2);
    sheet.rule(left, right(), Ink.BLACK);
    sheet.gap(3);
  }

  private void write(Row row) {
    boolean heavy = row.kind() != Row.Kind.PLAIN;
    var cells = new ArrayList<List<String>>();
    int most = 1;
    for (int i = 0; i < columns.size(); i++) {
      var lines = lines(i, row.cells().get(i), heavy);
      cells.add(lines);
      most = Math.max(most, lines.size());
    }
    double above = ABOVE_AND_BELOW + (row.kind() == Row.Kind.HEADING ? 5 : 0);
    // A heading alone at a page's end would belong to nothing.
    double below = row.kind() == Row.Kind.HEADING ? 2 * style.lineHeight() : ABOVE_AND_BELOW;
    makeRoom(above + most * style.lineHeight() + below);
    if (row.kind() == Row.Kind.TOTAL) {
      sheet.gap(1.5);
      sheet.rule(left, right(), Ink.HAIRLINE);
    }
    sheet.gap(above);
    draw(cells, heavy);
    sheet.gap(most * style.lineHeight() + ABOVE_AND_BELOW);
  }

  private void makeRoom(double height) {
    double before = sheet.top();
    sheet.need(height);
    if (sheet.top() < before) {
      head();
    }
  }

  private void draw(List<List<String>> cells, boolean heavy) {
    double at = left;
    for (int i = 0; i < columns.size(); i++) {
      var shown = styleOf(columns.get(i), heavy);
      double baseline = sheet.top() + sheet.baseline(shown);
      for (var line : cells.get(i)) {
        sheet.put(at, baseline, widths.get(i), line, shown, columns.get(i).align());
        baseline += style.lineHeight();
      }
      at += widths.get(i) + BETWEEN;
    }
  }

  private List<String> lines(int column, String text, boolean heavy) {
    var definition = columns.get(column);
    return definition.mostLines() == 1
        ? List.of(text)
        : sheet.lines(text, styleOf(definition, heavy), widths.get(column), definition.mostLines());
  }

  private Style styleOf(Column column, boolean heavy) {
    var face = heavy && column.face() == Face.REGULAR ? Face.STRONG : column.face();
    return face == Face.MONO ? style.with(face).sized(style.size() - 0.5) : style.with(face);
  }
}

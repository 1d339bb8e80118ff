package counterfoil.report.layout;

import java.util.ArrayList;
import java.util.List;

/** Rows under headings that are repeated on every page they reach. */
public final class Table {
  private static final double BETWEEN = 12;
  private static final double ABOVE_HEADING = 5;
  private static final double BELOW_HEAD_RULE = 3;

  private final Sheet sheet;
  private final List<Column> columns;
  private final double left;
  private final double width;
  private final Style style;
  private final Style headStyle;
  private final double aboveAndBelow;

  /** A table across the whole paper. */
  public Table(Sheet sheet, List<Column> columns) {
    this(sheet, columns, sheet.left(), sheet.width());
  }

  /** A table across {@code width} points from {@code left} on. */
  public Table(Sheet sheet, List<Column> columns, double left, double width) {
    this.sheet = sheet;
    this.columns = List.copyOf(columns);
    this.left = left;
    this.width = width;
    boolean roll = sheet.format().isRoll();
    this.style = roll ? sheet.format().body() : sheet.format().body().sized(8.5);
    this.headStyle = style.sized(style.size() - 1).with(Ink.GREY);
    this.aboveAndBelow = roll ? 0.2 : 1.6;
  }

  /** Writes headings and rows; {@code whenEmpty} stands there where there are none. */
  public void write(List<Row> rows, String whenEmpty) {
    var widths = widths(rows);
    sheet.need(headHeight() + 3 * style.lineHeight());
    head(widths);
    if (rows.isEmpty()) {
      sheet.gap(aboveAndBelow);
      sheet.line(left, width, whenEmpty, style.with(Ink.GREY), Align.LEFT);
      sheet.gap(aboveAndBelow);
    }
    for (var row : rows) {
      write(row, widths);
    }
  }

  /** Each as wide as it must be; what is left goes to the columns that take it, or to all. */
  private List<Double> widths(List<Row> rows) {
    var natural = new ArrayList<Double>();
    double taken = BETWEEN * (columns.size() - 1);
    for (int i = 0; i < columns.size(); i++) {
      double own = columns.get(i).takesTheRest() ? 0 : natural(i, rows);
      natural.add(own);
      taken += own;
    }
    long sharing = columns.stream().filter(Column::takesTheRest).count();
    double share = Math.max(0, width - taken) / (sharing == 0 ? columns.size() : sharing);
    var widths = new ArrayList<Double>();
    for (int i = 0; i < columns.size(); i++) {
      boolean gains = sharing == 0 || columns.get(i).takesTheRest();
      widths.add(natural.get(i) + (gains ? share : 0));
    }
    return widths;
  }

  private double natural(int index, List<Row> rows) {
    var column = columns.get(index);
    double widest = sheet.measure(column.heading(), headStyle);
    for (var row : rows) {
      var cell = row.cells().get(index);
      if (!cell.isEmpty()) {
        widest = Math.max(widest, sheet.measure(cell, styleOf(column, row)));
      }
    }
    // A hair more, so that rounding never breaks the widest cell.
    return Math.min(column.widest(), widest + 0.01);
  }

  private boolean hasHead() {
    return columns.stream().anyMatch(column -> !column.heading().isEmpty());
  }

  private double headHeight() {
    return hasHead() ? headStyle.lineHeight() + 2 + BELOW_HEAD_RULE : 0;
  }

  private void head(List<Double> widths) {
    if (!hasHead()) {
      return;
    }
    double baseline = sheet.top() + sheet.baseline(headStyle);
    double at = left;
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      sheet.put(at, baseline, widths.get(i), column.heading(), headStyle, column.align());
      at += widths.get(i) + BETWEEN;
    }
    sheet.gap(headStyle.lineHeight() + 2);
    sheet.rule(left, left + width, Ink.BLACK);
    sheet.gap(BELOW_HEAD_RULE);
  }

  private void write(Row row, List<Double> widths) {
    var cells = new ArrayList<List<String>>();
    int most = 1;
    for (int i = 0; i < columns.size(); i++) {
      var lines = lines(i, row, widths.get(i));
      cells.add(lines);
      most = Math.max(most, lines.size());
    }
    boolean heading = row.kind() == Row.Kind.HEADING;
    double above = aboveAndBelow + (heading ? ABOVE_HEADING : 0);
    // A heading alone at a page's end would belong to nothing.
    double below = aboveAndBelow + (heading ? 2 * style.lineHeight() : 0);
    makeRoom(above + most * style.lineHeight() + below, widths);
    if (row.kind() == Row.Kind.TOTAL) {
      sheet.gap(1.5);
      sheet.rule(left, left + width, Ink.HAIRLINE);
      sheet.gap(1.5);
    }
    sheet.gap(above);
    draw(row, cells, widths);
    sheet.gap(most * style.lineHeight() + aboveAndBelow);
  }

  private void makeRoom(double height, List<Double> widths) {
    double before = sheet.top();
    sheet.need(height);
    if (sheet.top() < before) {
      head(widths);
    }
  }

  private void draw(Row row, List<List<String>> cells, List<Double> widths) {
    double at = left;
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var shown = styleOf(column, row);
      double baseline = sheet.top() + sheet.baseline(shown);
      for (var line : cells.get(i)) {
        if (column.isFigures()) {
          sheet.figure(at, baseline, widths.get(i), line, shown);
        } else {
          sheet.put(at, baseline, widths.get(i), line, shown, column.align());
        }
        baseline += style.lineHeight();
      }
      at += widths.get(i) + BETWEEN;
    }
  }

  private List<String> lines(int index, Row row, double room) {
    var column = columns.get(index);
    var text = row.cells().get(index);
    return column.mostLines() == 1 || text.isEmpty()
        ? List.of(text)
        : sheet.lines(text, styleOf(column, row), room, column.mostLines());
  }

  private Style styleOf(Column column, Row row) {
    if (column.face() == Face.MONO) {
      return style.with(Face.MONO).sized(style.size() - 0.5);
    }
    return style.with(row.kind() == Row.Kind.PLAIN ? column.face() : Face.STRONG);
  }
}

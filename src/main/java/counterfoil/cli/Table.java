package counterfoil.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for people. The first rows say how wide the columns are; a wider field further down
 * pushes its line out rather than being cut.
 */
final class Table {
  private static final int ROWS_TO_MEASURE = 1000;
  private static final String GAP = "  ";

  /** A column's heading; figures stand on the right. */
  record Column(String heading, boolean figures) {
    static Column text(String heading) {
      return new Column(heading, false);
    }

    static Column figures(String heading) {
      return new Column(heading, true);
    }
  }

  private final Output out;
  private final List<Column> columns;
  private final int[] widths;
  private final List<List<String>> waiting = new ArrayList<>();
  private boolean measured;

  Table(Output out, Column... columns) {
    this.out = out;
    this.columns = List.of(columns);
    this.widths = new int[columns.length];
    waiting.add(Arrays.stream(columns).map(Column::heading).toList());
  }

  void row(String... fields) {
    if (measured) {
      write(List.of(fields));
      return;
    }
    waiting.add(List.of(fields));
    if (waiting.size() > ROWS_TO_MEASURE) {
      measure();
    }
  }

  void end() {
    if (!measured) {
      measure();
    }
  }

  private void measure() {
    for (List<String> row : waiting) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    measured = true;
    waiting.forEach(this::write);
    waiting.clear();
  }

  private void write(List<String> row) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(Math.max(0, widths[i] - width(row.get(i))));
      line.append(i == 0 ? "" : GAP)
          .append(columns.get(i).figures() ? padding + row.get(i) : row.get(i) + padding);
    }
    out.line(line.toString().stripTrailing());
  }

  /** In a terminal's cells: Chinese, Japanese and Korean characters take two, marks none. */
  private static int width(String text) {
    return text.codePoints().map(Table::cells).sum();
  }

  private static int cells(int character) {
    int type = Character.getType(character);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return 0;
    }
    return switch (Character.UnicodeScript.of(character)) {
      case HAN, HANGUL, HIRAGANA, KATAKANA -> 2;
      default -> 1;
    };
  }
}

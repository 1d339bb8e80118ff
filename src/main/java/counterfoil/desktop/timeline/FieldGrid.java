package counterfoil.desktop.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/**
 * Rows of texts. The labels are kept and only written anew: while someone scrubs there are sixty
 * entries a second to show, and making nodes costs ten times what writing them does.
 */
final class FieldGrid extends GridPane {
  /**
   * One text.
   *
   * @param whole in a tooltip, where {@code text} is shortened; else empty
   * @param styles its style classes
   */
  record Cell(String text, String whole, List<String> styles) {
    static Cell of(String text, String... styles) {
      return new Cell(text, "", List.of(styles));
    }

    Cell with(String style) {
      var more = new ArrayList<>(styles);
      more.add(style);
      return new Cell(text, whole, List.copyOf(more));
    }

    Cell shortFor(String longer) {
      return new Cell(text, longer, styles);
    }
  }

  private final int columns;
  private final List<Label> labels = new ArrayList<>();
  private final List<Cell> shown = new ArrayList<>();

  FieldGrid(String styleClass, List<ColumnConstraints> columns) {
    this.columns = columns.size();
    getColumnConstraints().setAll(columns);
    getStyleClass().addAll("field-grid", styleClass);
  }

  /** Shows these rows and no others; each has as many cells as there are columns. */
  void show(List<List<Cell>> rows) {
    var cells = rows.stream().flatMap(List::stream).toList();
    while (labels.size() < cells.size()) {
      addLabel();
    }
    for (int i = 0; i < labels.size(); i++) {
      boolean used = i < cells.size();
      labels.get(i).setManaged(used);
      labels.get(i).setVisible(used);
      if (used) {
        write(i, cells.get(i));
      }
    }
  }

  private void addLabel() {
    int index = labels.size();
    var label = new Label();
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    // As high as its row: else the lines between rows lie at several heights.
    label.setMaxHeight(Double.MAX_VALUE);
    add(label, index % columns, index / columns);
    labels.add(label);
    shown.add(Cell.of(""));
  }

  private void write(int index, Cell cell) {
    var label = labels.get(index);
    var before = shown.set(index, cell);
    label.setText(cell.text());
    if (!cell.styles().equals(before.styles())) {
      // A figure is never broken over two lines.
      boolean figure = cell.styles().contains("amount");
      label.setWrapText(!figure);
      label.setMinWidth(figure ? Region.USE_PREF_SIZE : Region.USE_COMPUTED_SIZE);
      label.getStyleClass().removeAll(before.styles());
      label.getStyleClass().addAll(cell.styles());
    }
    if (!cell.whole().equals(before.whole())) {
      label.setTooltip(cell.whole().isEmpty() ? null : new Tooltip(cell.whole()));
    }
  }
}

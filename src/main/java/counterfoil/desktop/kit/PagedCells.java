package counterfoil.desktop.kit;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The cells of a table over {@link Pages}. A cell asks for its row when it is drawn; where the row
 * is still being read it shows a soft placeholder, and is drawn again when rows have come. No list
 * changes for that, so the selection and the scroll bar stay where they are.
 */
public final class PagedCells<K, V> {
  /**
   * The state of a cell whose row is still being read. States such as this one, and not style
   * classes, tell rows apart: a class makes the toolkit look for styles anew, which took a fifth of
   * the time of drawing a table.
   */
  private static final PseudoClass AWAITED = PseudoClass.getPseudoClass("awaited");

  /** A digit of the tables' typefaces; signs and separators are narrower. */
  private static final double WIDEST_FIGURE_PIXELS = 7.8;

  private static final double CELL_PADDING_PIXELS = 30;

  private final IntFunction<Optional<V>> rows;
  private final Set<Cell> cells = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * @param rows the row at an index, if it is here
   */
  public PagedCells(IntFunction<Optional<V>> rows) {
    this.rows = rows;
  }

  /** A column of texts, with style classes such as {@code muted}. */
  public void text(TableColumn<K, K> column, Function<V, String> text, String... styles) {
    column(column, _ -> "\u2026", (cell, row) -> cell.setText(text.apply(row)), styles);
  }

  /**
   * A column drawn by hand.
   *
   * @param meanwhile what a row's cell says until the row is here
   */
  public void column(
      TableColumn<K, K> column,
      Function<K, String> meanwhile,
      BiConsumer<TableCell<K, K>, V> draw,
      String... styles) {
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> {
      var cell = new Cell(meanwhile, draw);
      cell.getStyleClass().addAll(styles);
      cells.add(cell);
      return cell;
    });
  }

  /** Makes a column wide enough for a figure, for a figure that is cut is a wrong one. */
  public static void fit(TableColumn<?, ?> column, String figure) {
    double wanted = Math.ceil(figure.length() * WIDEST_FIGURE_PIXELS + CELL_PADDING_PIXELS);
    double needed = Math.min(wanted, column.getMaxWidth());
    if (needed > column.getMinWidth()) {
      column.setMinWidth(needed);
      // Not now: this is called while the table lays its cells out.
      Platform.runLater(() -> shareWidth(column.getTableView()));
    }
  }

  /** The other columns make room; the table's policy would do so only when the window changes. */
  private static <S> void shareWidth(TableView<S> table) {
    table.getColumnResizePolicy().call(new TableView.ResizeFeatures<S>(table, null, 0.0));
  }

  /** Draws every cell in sight again. */
  public void refresh() {
    cells.forEach(Cell::draw);
  }

  private final class Cell extends TableCell<K, K> {
    private final Function<K, String> meanwhile;
    private final BiConsumer<TableCell<K, K>, V> draw;

    Cell(Function<K, String> meanwhile, BiConsumer<TableCell<K, K>, V> draw) {
      this.meanwhile = meanwhile;
      this.draw = draw;
    }

    @Override
    protected void updateItem(K key, boolean empty) {
      super.updateItem(key, empty);
      draw();
    }

    private void draw() {
      K key = getItem();
      if (isEmpty() || key == null) {
        setText("");
        setGraphic(null);
        return;
      }
      Optional<V> row = rows.apply(getIndex());
      pseudoClassStateChanged(AWAITED, row.isEmpty());
      row.ifPresentOrElse(
          there -> draw.accept(this, there),
          () -> {
            setGraphic(null);
            setText(meanwhile.apply(key));
          });
    }
  }
}

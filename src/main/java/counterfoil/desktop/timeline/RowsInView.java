package counterfoil.desktop.timeline;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Which rows of a table are in view, and how to bring one there with the least movement. */
final class RowsInView {
  /** Told of the first and the last row in view, both included. */
  interface Listener {
    void inView(int first, int last);
  }

  private final TableView<?> table;
  private OptionalInt waiting = OptionalInt.empty();

  private RowsInView(TableView<?> table) {
    this.table = table;
  }

  static RowsInView of(TableView<?> table, Listener listener) {
    var rows = new RowsInView(table);
    table
        .skinProperty()
        .subscribe(skin -> {
          if (skin != null) {
            rows.flow().ifPresent(flow -> rows.listen(flow, listener));
          }
        });
    return rows;
  }

  private void listen(VirtualFlow<?> flow, Listener listener) {
    Runnable tell =
        () -> {
          int first = first(flow);
          listener.inView(first, first + count(flow));
          // Not here and now: the table is being laid out, and would not be laid out again.
          waiting.ifPresent(row -> Platform.runLater(() -> show(row)));
        };
    flow.positionProperty().subscribe(tell);
    flow.heightProperty().subscribe(tell);
    flow.cellCountProperty().subscribe(tell);
  }

  /** Scrolls no further than needed; a row far away comes into the middle. */
  void show(int row) {
    waiting = OptionalInt.of(row);
    flow()
        .filter(flow -> flow.getHeight() > 0 && flow.getCellCount() == table.getItems().size())
        .ifPresent(flow -> {
          waiting = OptionalInt.empty();
          int first = first(flow);
          int count = count(flow);
          if (row < first - 1 || row > first + count + 1) {
            flow.scrollToTop(Math.max(0, row - count / 2));
          } else {
            flow.scrollTo(row);
          }
        });
  }

  private static int first(VirtualFlow<?> flow) {
    var cell = flow.getFirstVisibleCell();
    return cell == null ? 0 : Math.max(0, cell.getIndex());
  }

  private int count(VirtualFlow<?> flow) {
    return (int) Math.ceil(flow.getHeight() / table.getFixedCellSize());
  }

  private Optional<VirtualFlow<?>> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }
}

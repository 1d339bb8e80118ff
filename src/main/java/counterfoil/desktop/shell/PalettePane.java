package counterfoil.desktop.shell;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Binds the search field and the list below it to the palette. */
final class PalettePane {
  private static final double ROW_HEIGHT = 34;
  private static final int MAX_ROWS = 12;

  private final PaletteViewModel palette;
  private final VBox pane;
  private final ListView<Finding> list;
  private final TextField field;
  private Optional<Node> focusedBefore = Optional.empty();

  PalettePane(
      PaletteViewModel palette, VBox pane, ListView<Finding> list, TextField field, Label nothing) {
    this.palette = palette;
    this.pane = pane;
    this.list = list;
    this.field = field;
    pane.visibleProperty().bind(palette.showingProperty());
    pane.setMaxHeight(VBox.USE_PREF_SIZE);
    list.visibleProperty().bind(nothing.visibleProperty().not());
    list.managedProperty().bind(list.visibleProperty());
    nothing.managedProperty().bind(nothing.visibleProperty());
    nothing.visibleProperty().bind(Bindings.isEmpty(palette.findings()));
    list.setItems(palette.findings());
    list.setFixedCellSize(ROW_HEIGHT);
    list.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(MAX_ROWS, palette.findings().size()) * ROW_HEIGHT + 12,
                palette.findings()));
    field.textProperty().bindBidirectional(palette.queryProperty());
  }

  void show(Texts texts, Figures figures, Node box) {
    list.setCellFactory(_ -> choosable(new FindingCell(texts, figures)));
    palette.selectedProperty().subscribe(this::select);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    field.setOnMouseClicked(_ -> palette.show());
    field.textProperty().subscribe(this::typed);
    field.focusedProperty().subscribe(this::focused);
    palette
        .showingProperty()
        .subscribe(showing -> {
          if (showing) {
            align(box);
          } else {
            leave();
          }
        });
  }

  private void typed(String text) {
    if (!text.isEmpty() && !palette.showingProperty().get()) {
      palette.show();
    }
  }

  private void focused(boolean focused) {
    if (!focused && palette.showingProperty().get()) {
      focusedBefore = Optional.empty();
      palette.dismiss();
    }
  }

  /** From anywhere, with a way back. */
  void call() {
    if (!field.isFocused()) {
      focusedBefore = Optional.ofNullable(field.getScene().getFocusOwner());
    }
    field.requestFocus();
    field.selectAll();
    palette.show();
  }

  /** Puts the list below the field, wherever the bar has put that. */
  private void align(Node box) {
    var bounds = pane.getParent().sceneToLocal(box.localToScene(box.getLayoutBounds()));
    pane.setMaxWidth(Math.max(480, bounds.getWidth()));
    StackPane.setMargin(pane, new Insets(bounds.getMaxY() + 6, 0, 0, bounds.getMinX()));
  }

  private void select(Number index) {
    if (index.intValue() >= 0) {
      list.getSelectionModel().clearAndSelect(index.intValue());
      list.scrollTo(Math.max(0, index.intValue() - MAX_ROWS / 2));
    }
  }

  private FindingCell choosable(FindingCell cell) {
    cell.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          if (cell.getItem() != null) {
            palette.choose(cell.getItem());
          }
          event.consume();
        });
    return cell;
  }

  private void pressed(KeyEvent event) {
    if (!palette.showingProperty().get()) {
      if (event.getCode() == KeyCode.DOWN) {
        palette.show();
        event.consume();
      }
      return;
    }
    switch (event.getCode()) {
      case DOWN -> palette.move(1);
      case UP -> palette.move(-1);
      case ENTER -> palette.choose();
      case ESCAPE -> palette.dismiss();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void leave() {
    if (field.isFocused()) {
      focusedBefore.ifPresent(Node::requestFocus);
    }
    focusedBefore = Optional.empty();
  }
}

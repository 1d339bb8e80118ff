package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The drawer by denomination: pieces are typed, Tab or Enter moves on. */
public final class CountView {
  private final TillViewModel till;
  private final ObservableValue<Number> arrivals;
  private final Texts texts;
  private final Figures figures;
  private final List<TextField> fields = new ArrayList<>();
  private Subscription rows = Subscription.EMPTY;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private ScrollPane scroll;
  @FXML private GridPane grid;
  @FXML private Label nothing;
  @FXML private Label total;

  /**
   * @param arrivals changes when the person has come to this screen, or to another task
   */
  CountView(TillViewModel till, ObservableValue<Number> arrivals, Texts texts, Figures figures) {
    this.till = till;
    this.arrivals = arrivals;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inSight = InSight.of(root);
    till.taskProperty().when(inSight).subscribe(_ -> show());
    till.shownProperty().when(inSight).subscribe(_ -> show());
    till.count().totalProperty().when(inSight).subscribe(sum -> total.setText(figures.amount(sum)));
    arrivals.when(inSight).subscribe(_ -> begin());
    // What was typed is recorded: the next cash is counted from the top.
    till.confirmationProperty().when(inSight).subscribe(done -> done.ifPresent(_ -> begin()));
    // What scrolls comes to the scene later than what it is in, and takes no focus before.
    grid.sceneProperty().subscribe(scene -> Optional.ofNullable(scene).ifPresent(_ -> begin()));
  }

  private void begin() {
    fields.stream().filter(field -> !field.isDisabled()).findFirst().ifPresent(Node::requestFocus);
  }

  private void show() {
    var whyNot = till.whyNot(till.taskProperty().get());
    title.setText(
        texts.get(till.taskProperty().get().counts() ? "till.count.title" : "till.count.cash"));
    nothing.setText(whyNot.map(texts::text).orElse(""));
    InSight.show(nothing, whyNot.isPresent());
    var asked = till.count().piles().stream().map(Pile::label).toList();
    if (!asked.equals(fields.stream().map(TextField::getUserData).toList())) {
      fill();
    }
    fields.forEach(field -> field.setDisable(whyNot.isPresent()));
    showPresent();
  }

  private void fill() {
    rows.unsubscribe();
    rows = Subscription.EMPTY;
    fields.clear();
    grid.getChildren()
        .removeIf(node -> Optional.ofNullable(GridPane.getRowIndex(node)).orElse(0) > 0);
    var piles = till.count().piles();
    for (int i = 0; i < piles.size(); i++) {
      addRow(piles.get(i), i + 1);
    }
    if (root.getScene() != null) {
      begin();
    }
  }

  private void addRow(Pile pile, int row) {
    var line = new Region();
    line.getStyleClass().add("pile-line");
    GridPane.setFillWidth(line, true);
    GridPane.setFillHeight(line, true);
    line.setMouseTransparent(true);
    grid.add(line, 0, row, 5, 1);
    var face = new Label(pile.label());
    face.getStyleClass().add("pile-face");
    GridPane.setHalignment(face, HPos.RIGHT);
    var field = new TextField();
    field.setId("pile-" + pile.label().replace('.', '-'));
    field.setUserData(pile.label());
    field.getStyleClass().add("pile-pieces");
    GridPane.setHalignment(field, HPos.RIGHT);
    field.setAccessibleText(texts.get("till.pieces.of", pile.label()));
    field.textProperty().bindBidirectional(pile.piecesProperty());
    field.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, field));
    field
        .focusedProperty()
        .subscribe(focused -> {
          if (focused) {
            bringIntoSight(field);
          }
        });
    var present = new Label();
    present.getStyleClass().addAll("muted", "pile-present");
    present.setUserData(pile);
    GridPane.setHalignment(present, HPos.RIGHT);
    var value = new Label();
    GridPane.setHalignment(value, HPos.RIGHT);
    var bar = new Region();
    bar.getStyleClass().add("pile-bar");
    // Its length is its meaning: no layout of the lane's.
    bar.setManaged(false);
    var lane = new Pane(bar);
    lane.setMinWidth(0);
    grid.add(face, 0, row);
    grid.add(present, 1, row);
    grid.add(field, 2, row);
    grid.add(value, 3, row);
    grid.add(lane, 4, row);
    fields.add(field);
    rows =
        rows.and(
                till.count()
                    .totalProperty()
                    .subscribe(_ -> {
                      value.setText(
                          till.count()
                              .value(pile)
                              .map(figures::amount)
                              .orElseGet(
                                  () -> pile.problemProperty().get().map(texts::text).orElse("")));
                      value.getStyleClass().removeAll("field-error", "muted");
                      if (pile.problemProperty().get().isPresent()) {
                        value.getStyleClass().add("field-error");
                      } else if (pile.count().orElse(0) == 0) {
                        value.getStyleClass().add("muted");
                      }
                      size(bar, lane, pile);
                    }))
            .and(lane.widthProperty().subscribe(_ -> size(bar, lane, pile)))
            .and(lane.heightProperty().subscribe(_ -> size(bar, lane, pile)))
            .and(
                pile.problemProperty()
                    .subscribe(why -> {
                      field.getStyleClass().remove("invalid");
                      why.ifPresent(_ -> {
                        field.getStyleClass().add("invalid");
                        value.setText(texts.text(why.get()));
                      });
                    }));
  }

  /** A short window does not show every denomination at once. */
  private void bringIntoSight(TextField field) {
    double seen = scroll.getViewportBounds().getHeight();
    double hidden = grid.getHeight() - seen;
    if (hidden > 0) {
      double top = scroll.getVvalue() * hidden;
      var row = field.getBoundsInParent();
      if (row.getMinY() < top) {
        scroll.setVvalue(row.getMinY() / hidden);
      } else if (row.getMaxY() > top + seen) {
        scroll.setVvalue((row.getMaxY() + 6 - seen) / hidden);
      }
    }
  }

  private void size(Region bar, Pane lane, Pile pile) {
    double share = till.count().share(pile);
    double width = share == 0 ? 0 : Math.max(2, share * (lane.getWidth() - 16));
    bar.resizeRelocate(8, (lane.getHeight() - 8) / 2, width, 8);
  }

  /** What lies in the drawer is shown where cash is taken out of it. */
  private void showPresent() {
    var drawer = till.inDrawer();
    boolean shown =
        switch (till.taskProperty().get()) {
          case OFFER, SEND_OUT -> true;
          case OPEN, CLOSE, COUNT, BRING_IN -> false;
        };
    grid.getChildren().stream()
        .filter(node -> node.getStyleClass().contains("pile-present"))
        .forEach(node -> {
          node.setVisible(shown);
          if (node instanceof Label label && label.getUserData() instanceof Pile pile) {
            label.setText(figures.count(drawer.pieces(pile.face())));
          }
        });
  }

  private void pressed(KeyEvent event, TextField field) {
    int at = fields.indexOf(field);
    switch (event.getCode()) {
      case ENTER -> {
        if (!event.isShortcutDown()) {
          event.consume();
          goTo(at + 1);
        }
      }
      case DOWN -> {
        event.consume();
        goTo(at + 1);
      }
      case UP -> {
        event.consume();
        goTo(at - 1);
      }
      default -> {
        // Anything else is the field's own.
      }
    }
  }

  /** Behind the last one comes what the task asks besides. */
  private void goTo(int index) {
    if (index >= 0 && index < fields.size()) {
      fields.get(index).requestFocus();
    } else if (index == fields.size() && root.getScene() != null) {
      var reason = root.getScene().lookup("#till-reason");
      boolean asked = reason != null && reason.isVisible() && reason.getParent().isVisible();
      Optional.ofNullable(asked ? reason : root.getScene().lookup("#till-submit"))
          .ifPresent(Node::requestFocus);
    }
  }
}

package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.AccountLine;
import counterfoil.projection.AccountStatus;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The field that finds an account, with the list it offers. */
public final class FinderView {
  private final AccountFinder finder;
  private final ObservableValue<Attention> attention;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private TextField text;
  @FXML private Label keys;
  @FXML private VBox offer;
  @FXML private ListView<AccountLine> list;
  @FXML private Label note;

  FinderView(
      AccountFinder finder, ObservableValue<Attention> attention, Texts texts, Figures figures) {
    this.finder = finder;
    this.attention = attention;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    keys.setText(CounterScreen.FIND_KEYS.getDisplayText().replace('+', ' '));
    text.textProperty().bindBidirectional(finder.textProperty());
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setCellFactory(_ -> new FoundCell());
    list.setOnMouseClicked(_ -> takeSelected());
    finder
        .foundProperty()
        .when(inScene)
        .subscribe(found -> {
          list.getItems().setAll(found);
          showOffer();
        });
    finder.highlightedProperty().when(inScene).subscribe(index -> highlight(index.intValue()));
    finder
        .noteProperty()
        .when(inScene)
        .subscribe(message -> {
          note.setText(message.map(texts::text).orElse(""));
          showOffer();
        });
    attention
        .when(inScene)
        .subscribe(where -> {
          if (where.field().isEmpty()) {
            FormField.focus(text);
          }
        });
  }

  private void showOffer() {
    list.setPrefHeight(list.getItems().size() * list.getFixedCellSize() + 2);
    show(list, !list.getItems().isEmpty());
    show(note, !note.getText().isEmpty());
    show(offer, list.isVisible() || note.isVisible());
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void highlight(int index) {
    if (index < 0) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(index);
    }
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN -> finder.down();
      case UP -> finder.up();
      case ENTER -> finder.take();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void takeSelected() {
    AccountLine selected = list.getSelectionModel().getSelectedItem();
    if (selected != null) {
      finder.take(selected);
    }
  }

  private final class FoundCell extends ListCell<AccountLine> {
    private final Label number = label("mono", "muted", "found-number");
    private final Label holder = label("found-holder");
    private final Label product = label("label-small");
    private final Label available = label("amount");
    private final HBox line = new HBox(number, holder, product, available);

    FoundCell() {
      line.getStyleClass().add("found-line");
      HBox.setHgrow(product, Priority.ALWAYS);
      product.setMaxWidth(Double.MAX_VALUE);
      number.setMinWidth(Region.USE_PREF_SIZE);
      available.setMinWidth(Region.USE_PREF_SIZE);
      setPrefWidth(0);
    }

    private static Label label(String... styles) {
      var label = new Label();
      label.getStyleClass().addAll(styles);
      return label;
    }

    @Override
    protected void updateItem(AccountLine account, boolean empty) {
      super.updateItem(account, empty);
      if (empty || account == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      number.setText(account.number().value());
      holder.setText(texts.name(account.holder()));
      product.setText(new Products(texts).name(account.product()));
      available.setText(
          account.status() == AccountStatus.CLOSED
              ? texts.get("kit.status.closed")
              : figures.withCurrency(account.available()));
      setGraphic(line);
      setAccessibleText(
          texts.get("counter.find.item", account.number(), holder.getText(), available.getText()));
    }
  }
}

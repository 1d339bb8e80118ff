package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Cash in the bag: what others have offered the drawer in front, and what it has offered. */
public final class OffersView {
  private final TillViewModel till;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private VBox list;
  @FXML private VBox reasonBox;
  @FXML private TextField reason;

  OffersView(TillViewModel till, Texts texts, Figures figures) {
    this.till = till;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inSight = InSight.of(root);
    till.shownProperty().when(inSight).subscribe(_ -> show());
    till.drawerProperty().when(inSight).subscribe(_ -> show());
    till.underWayProperty().when(inSight).subscribe(_ -> show());
  }

  private void show() {
    var waiting = till.offersWaiting();
    var made = till.offersMade();
    InSight.show(root, !waiting.isEmpty() || !made.isEmpty());
    InSight.show(reasonBox, !waiting.isEmpty() && till.answers());
    list.getChildren().clear();
    waiting.forEach(offer -> list.getChildren().add(waitingRow(offer)));
    made.forEach(offer -> list.getChildren().add(madeRow(offer)));
  }

  private String name(TillId id) {
    return id.isVault() ? texts.get("till.vault") : id.value();
  }

  private Node waitingRow(Offer offer) {
    var accept = button("till.accept", () -> till.accept(offer));
    accept.setId("offer-accept");
    accept.getStyleClass().add("primary");
    var decline =
        button(
            "till.decline",
            () -> {
              if (reason.getText().isBlank()) {
                reason.requestFocus();
              }
              till.decline(offer, reason.getText());
            });
    decline.setId("offer-decline");
    return row(texts.get("till.offer.from", name(offer.from())), offer, accept, decline);
  }

  private Node madeRow(Offer offer) {
    var back =
        button("till.take-back", () -> till.decline(offer, texts.get("till.take-back.reason")));
    back.setId("offer-take-back");
    return row(texts.get("till.offer.to", name(offer.to())), offer, back);
  }

  private Button button(String key, Runnable act) {
    var button = new Button(texts.get(key));
    button.getStyleClass().add("small");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setDisable(!till.answers() || till.underWayProperty().get());
    button.setOnAction(_ -> act.run());
    return button;
  }

  private Node row(String who, Offer offer, Button... buttons) {
    var name = new Label(who);
    name.getStyleClass().add("semibold");
    var sum = new Label(figures.withCurrency(offer.cash().total()));
    sum.getStyleClass().add("semibold");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(name, space, sum);
    var pieces = new Label(offer.cash().toString());
    pieces.getStyleClass().add("label-small");
    pieces.setWrapText(true);
    var foot = new HBox(8, buttons);
    var row = new VBox(6, head, pieces, foot);
    row.getStyleClass().add("offer-row");
    return row;
  }
}

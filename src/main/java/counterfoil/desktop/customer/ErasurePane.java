package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Texts;
import counterfoil.projection.CustomerInquiries.Erasure;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * The last part of a customer's card: what an erasure takes and what it leaves, with the button
 * that does it; or that it was done.
 */
final class ErasurePane extends VBox {
  private final CustomersViewModel customers;
  private final Texts texts;
  private final Button begin = new Button();
  private final VBox question = new VBox();
  private final Label done = new Label();

  ErasurePane(CustomersViewModel customers, Texts texts) {
    this.customers = customers;
    this.texts = texts;
    getStyleClass().add("customer-erasure");
    ErasureForm form = customers.erasure();
    begin.setText(texts.get("customer.erasure.begin"));
    begin.setId("erase-customer");
    begin.setOnAction(_ -> form.open());
    var reason = new TextField();
    reason.setId("erasure-reason");
    reason.setPromptText(texts.get("customer.erasure.reason"));
    reason.setAccessibleText(texts.get("customer.erasure.reason"));
    reason.textProperty().bindBidirectional(form.reasonProperty());
    var erase = new Button(texts.get("customer.erasure.erase"));
    erase.setId("erase-for-good");
    erase.getStyleClass().add("danger");
    erase.disableProperty().bind(form.ready().not().or(customers.underWayProperty()));
    erase.setOnAction(_ -> customers.erase());
    var keep = new Button(texts.get("customer.erasure.keep"));
    keep.setId("erasure-keep");
    keep.setOnAction(_ -> form.close());
    question.getStyleClass().add("customer-erasure");
    question
        .getChildren()
        .setAll(
            said("customer.erasure.lost"),
            said("customer.erasure.stays"),
            said("customer.erasure.copies"),
            reason,
            new HBox(10, erase, keep));
    done.setId("customer-erased");
    done.setWrapText(true);
    getChildren().setAll(begin, question, done);
  }

  private Label said(String key) {
    var label = new Label(texts.get(key));
    label.setWrapText(true);
    return label;
  }

  /** Shows what goes with the customer on the card. */
  void show(Optional<CustomersViewModel.Card> card) {
    boolean open = customers.erasure().openProperty().get();
    Optional<Erasure> erasure = card.flatMap(CustomersViewModel.Card::erasure);
    inSight(begin, customers.mayErase() && !open);
    inSight(question, customers.mayErase() && open);
    inSight(done, erasure.isPresent());
    done.setText(
        erasure
            .map(known ->
                texts.get(
                    known.carriedOut() ? "customer.erasure.gone" : "customer.erasure.due",
                    known.position()))
            .orElse(""));
  }

  private static void inSight(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}

package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Texts;
import counterfoil.projection.CustomerLine;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A customer in the list: number, name, and what they showed. */
final class CustomerCell extends ListCell<CustomerLine> {
  private final Texts texts;
  private final Label number = new Label();
  private final Label name = new Label();
  private final Label document = new Label();
  private final HBox line = new HBox(number, name, document);

  CustomerCell(Texts texts) {
    this.texts = texts;
    number.getStyleClass().addAll("mono", "muted");
    number.setMinWidth(Region.USE_PREF_SIZE);
    name.getStyleClass().add("semibold");
    document.getStyleClass().add("label-small");
    HBox.setHgrow(document, Priority.ALWAYS);
    line.getStyleClass().add("customer-line");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(CustomerLine customer, boolean empty) {
    super.updateItem(customer, empty);
    if (empty || customer == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    number.setText(customer.number().value());
    name.setText(texts.name(customer.details().name()));
    document.setText(
        customer.details().documentNumber().isEmpty()
            ? customer.details().phone()
            : customer.details().documentNumber());
    setGraphic(line);
    setAccessibleText(
        texts.get(
            "customer.account.line", customer.number(), texts.name(customer.details().name())));
  }
}

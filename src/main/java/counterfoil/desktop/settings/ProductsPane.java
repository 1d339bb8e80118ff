package counterfoil.desktop.settings;

import counterfoil.desktop.kit.AmountText;
import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.branch.Product;
import counterfoil.domain.branch.SettingsCommand.DefineProduct;
import java.math.BigDecimal;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The kinds of account that the branch offers. */
final class ProductsPane extends VBox {
  private final SettingsViewModel settings;
  private final Texts texts;
  private final TableView<Product> table = new TableView<>();
  private final TextField code = new TextField();
  private final TextField name = new TextField();
  private final ChoiceBox<Product.Kind> kind = new ChoiceBox<>();
  private final TextField minimum = new TextField();
  private final CheckBox overdraft = new CheckBox();
  private final TextField fee = new TextField();
  private final TextField interest = new TextField();

  ProductsPane(SettingsViewModel settings, Texts texts, Figures figures) {
    this.settings = settings;
    this.texts = texts;
    getStyleClass().add("fields");
    fillTable(figures);
    kind.getItems().setAll(Product.Kind.values());
    kind.setValue(Product.Kind.CURRENT);
    kind.setMaxWidth(Double.MAX_VALUE);
    kind.setConverter(kinds());
    overdraft.setText(texts.get("settings.product.overdraft"));
    var save = new Button(texts.get("settings.product.save"));
    save.setId("settings-product-save");
    save.getStyleClass().add("primary");
    save.setOnAction(_ -> save());
    save.disableProperty().bind(settings.underWayProperty());
    var anew = new Button(texts.get("settings.product.new"));
    anew.setId("settings-product-new");
    anew.setOnAction(_ -> begin());
    var form =
        new VBox(
            line(field("code", code), field("name", name), field("kind", kind)),
            line(field("minimum", minimum), field("fee", fee), field("interest", interest)),
            overdraft,
            buttons(save, anew));
    form.getStyleClass().add("form");
    form.setDisable(settings.whyNot(Section.PRODUCTS).isPresent());
    getChildren().addAll(table, form);
    settings
        .shownProperty()
        .subscribe(shown -> shown.ifPresent(now -> table.getItems().setAll(now.products())));
  }

  private void fillTable(Figures figures) {
    var cells = new Cells(figures);
    TableColumn<Product, String> codes = column("code", 90);
    cells.text(codes, Product::code, "mono");
    TableColumn<Product, String> names = column("name", 150);
    cells.text(names, Product::name);
    TableColumn<Product, Money> minimums = column("minimum", 100);
    cells.amount(minimums, Product::minimumBalance);
    TableColumn<Product, Money> fees = column("fee", 90);
    cells.amount(fees, Product::withdrawalFee);
    TableColumn<Product, String> rates = column("interest", 80);
    cells.text(rates, product -> product.interestPercent().toPlainString(), "amount");
    rates.getStyleClass().add("amount");
    TableColumn<Product, String> drafts = column("overdraft", 110);
    cells.text(
        drafts,
        product -> texts.get(product.overdraftAllowed() ? "settings.yes" : "settings.no"),
        "muted");
    table.setId("settings-products");
    table.getColumns().setAll(List.of(codes, names, minimums, fees, rates, drafts));
    table.getStyleClass().addAll("plain-table", "framed");
    table.setFixedCellSize(34);
    table.setPrefHeight(220);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.setAccessibleText(texts.get("settings.section.products"));
    table.getSelectionModel().selectedItemProperty().subscribe(this::edit);
  }

  private <T> TableColumn<Product, T> column(String word, double width) {
    var column = new TableColumn<Product, T>(texts.get("settings.product." + word));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private StringConverter<Product.Kind> kinds() {
    return new StringConverter<>() {
      @Override
      public String toString(Product.@Nullable Kind value) {
        return value == null
            ? ""
            : texts.get(
                value == Product.Kind.CURRENT ? "kit.product.current" : "kit.product.savings");
      }

      @Override
      public Product.@Nullable Kind fromString(String text) {
        return null;
      }
    };
  }

  private VBox field(String word, Node input) {
    var label = new Label(texts.get("settings.product." + word));
    label.getStyleClass().add("label-small");
    input.setId("settings-product-" + word);
    input.setAccessibleText(label.getText());
    var box = new VBox(label, input);
    box.getStyleClass().add("field");
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  private static HBox line(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("field-line");
    return line;
  }

  private static HBox buttons(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("choices");
    return line;
  }

  private void begin() {
    table.getSelectionModel().clearSelection();
    for (var field : List.of(code, name, minimum, fee, interest)) {
      field.clear();
    }
    overdraft.setSelected(false);
    code.requestFocus();
  }

  private void edit(@Nullable Product product) {
    if (product == null) {
      return;
    }
    code.setText(product.code());
    name.setText(product.name());
    kind.setValue(product.kind());
    minimum.setText(product.minimumBalance().getAmount().toPlainString());
    fee.setText(product.withdrawalFee().getAmount().toPlainString());
    interest.setText(product.interestPercent().toPlainString());
    overdraft.setSelected(product.overdraftAllowed());
  }

  private void save() {
    if (settings.amount(minimum.getText()) instanceof AmountText.Amount(var least)
        && settings.amount(fee.getText()) instanceof AmountText.Amount(var charged)) {
      var rate = interest.getText().strip();
      if (!rate.matches("|[0-9]{1,3}(\\.[0-9]{1,9})?")) {
        settings.refuse(Message.of("settings.product.interest.wrong"));
        return;
      }
      settings.define(
          new DefineProduct(
              code.getText().strip(),
              name.getText().strip(),
              kind.getValue(),
              least,
              overdraft.isSelected(),
              charged,
              rate.isEmpty() ? BigDecimal.ZERO : new BigDecimal(rate)),
          () -> {});
    } else {
      settings.refuse(Message.of("settings.product.amount.wrong"));
    }
  }
}

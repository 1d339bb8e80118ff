package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The account on the desk: whose it is, what it holds, what is to be known about it. */
public final class CardView {
  private static final PseudoClass OVERDRAWN = PseudoClass.getPseudoClass("overdrawn");
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  /** Figures of more characters are written smaller, to leave the name its place. */
  private static final int MAX_BIG = 13;

  private final CounterViewModel counter;
  private final AccountSheet sheet;
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;

  @FXML private HBox account;
  @FXML private Label product;
  @FXML private Label number;
  @FXML private Label holder;
  @FXML private Button customer;
  @FXML private HBox note;
  @FXML private Label noteText;
  @FXML private FlowPane chips;
  @FXML private Label ledger;
  @FXML private Label currency;
  @FXML private Label available;
  @FXML private HBox nobody;
  @FXML private Label nobodyTitle;
  @FXML private Label nobodyHint;

  CardView(CounterViewModel counter, Navigation navigation, Texts texts, Figures figures) {
    this.counter = counter;
    this.sheet = counter.sheet();
    this.navigation = navigation;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    var inScene = account.sceneProperty().map(_ -> true).orElse(false);
    customer.setOnAction(_ -> holders().findFirst().ifPresent(this::openCustomer));
    sheet.accountProperty().when(inScene).subscribe(this::show);
    sheet.detailProperty().when(inScene).subscribe(_ -> show(sheet.accountProperty().get()));
    sheet.troubleProperty().when(inScene).subscribe(_ -> showNobody());
  }

  private void show(Optional<AccountLine> line) {
    account.setVisible(line.isPresent());
    nobody.setVisible(line.isEmpty());
    showNobody();
    line.ifPresent(this::fill);
  }

  private void showNobody() {
    nobodyTitle.setText(texts.get("counter.card.nobody"));
    nobodyHint.setText(
        sheet
            .troubleProperty()
            .get()
            .map(texts::text)
            .orElseGet(() -> texts.get("counter.card.nobody.hint")));
  }

  private void fill(AccountLine line) {
    product.setText(new Products(texts).name(line.product()) + " \u00b7");
    number.setText(line.number().value());
    holder.setText(names(line));
    holder.setTooltip(new Tooltip(holder.getText()));
    show(customer, holders().findFirst().isPresent());
    String notes =
        holders()
            .map(held -> held.details().noteToTeller())
            .filter(text -> !text.isBlank())
            .distinct()
            .collect(Collectors.joining(" \u00b7 "));
    noteText.setText(notes);
    show(note, !notes.isEmpty());
    ledger.setText(figures.amount(line.ledger()));
    currency.setText(line.ledger().getCurrencyUnit().getCode());
    available.setText(figures.amount(line.available()));
    ledger.pseudoClassStateChanged(OVERDRAWN, line.ledger().isNegative());
    available.pseudoClassStateChanged(OVERDRAWN, line.available().isNegative());
    boolean small = Math.max(ledger.getText().length(), available.getText().length()) > MAX_BIG;
    ledger.pseudoClassStateChanged(LONG, small);
    available.pseudoClassStateChanged(LONG, small);
    chips.getChildren().setAll(chipsOf(line));
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private Stream<CustomerLine> holders() {
    return sheet.served().stream().flatMap(served -> served.holders().stream());
  }

  private void openCustomer(CustomerLine line) {
    navigation.openCustomer(line.number());
  }

  private String names(AccountLine line) {
    String all =
        holders()
            .map(held -> texts.name(held.details().name()))
            .collect(Collectors.joining(" \u00b7 "));
    return all.isEmpty() ? texts.name(line.holder()) : all;
  }

  private List<Node> chipsOf(AccountLine line) {
    var made = new CardChips(texts, counter.form()::chooseHold, counter.branch().businessDate());
    return sheet
        .served()
        .filter(served -> served.line().number().equals(line.number()))
        .map(made::of)
        .orElseGet(() -> made.of(Served.of(line)));
  }
}

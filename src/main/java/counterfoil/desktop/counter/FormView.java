package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Products;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.joda.money.Money;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form on screen: shows the fields of the act chosen and what the form says about them. */
public final class FormView {
  /** A longer text takes the place of the key's name: the amount must not be cut. */
  private static final int MAX_LENGTH_BESIDE_KEY = 24;

  private final CounterForm form;
  private final ObservableValue<Optional<AccountLine>> account;
  private final Texts texts;
  private final Figures figures;
  private final Map<Field, FormField> fields = new EnumMap<>(Field.class);

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label target;
  @FXML private Label actKey;
  @FXML private ScrollPane scroll;
  @FXML private VBox body;
  @FXML private HBox serving;
  @FXML private HBox openingRow;
  @FXML private VBox numberBox;
  @FXML private TextField number;
  @FXML private VBox productBox;
  @FXML private ComboBox<String> product;
  @FXML private VBox holderBox;
  @FXML private TextField holder;
  @FXML private VBox payeeBox;
  @FXML private TextField payee;
  @FXML private FontIcon payeeFound;
  @FXML private Label payeeName;
  @FXML private VBox amountBox;
  @FXML private Label amountName;
  @FXML private HBox amountFrame;
  @FXML private TextField amount;
  @FXML private Label amountCurrency;
  @FXML private VBox payoutBox;
  @FXML private CheckBox payout;
  @FXML private VBox narrativeBox;
  @FXML private TextField narrative;
  @FXML private VBox referenceBox;
  @FXML private TextField reference;
  @FXML private VBox preview;
  @FXML private Label ledgerAfter;
  @FXML private Label availableAfter;
  @FXML private VBox between;
  @FXML private HBox fault;
  @FXML private Label faultText;
  @FXML private VBox formBox;
  @FXML private Button confirm;
  @FXML private Label confirmKey;
  @FXML private Button clear;
  @FXML private HBox whyNot;
  @FXML private Label whyNotText;
  @FXML private HBox confirmation;
  @FXML private Label confirmationText;

  FormView(
      CounterForm form,
      ObservableValue<Optional<AccountLine>> account,
      Texts texts,
      Figures figures) {
    this.form = form;
    this.account = account;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    field(Field.NUMBER, numberBox, number, number);
    field(Field.PRODUCT, productBox, product, product);
    field(Field.HOLDER, holderBox, holder, holder);
    field(Field.PAYEE, payeeBox, payee, payee);
    field(Field.AMOUNT, amountBox, amount, amountFrame);
    field(Field.PAYOUT, payoutBox, payout, payout);
    field(Field.NARRATIVE, narrativeBox, narrative, narrative);
    field(Field.REFERENCE, referenceBox, reference, reference);
    fields.put(Field.FORM, new FormField(formBox, confirm, confirm));
    offerProducts();
    payout.selectedProperty().bindBidirectional(form.payoutProperty());
    amountCurrency.setText(form.currency().getCode());
    confirm.setOnAction(_ -> form.post());
    confirm.setOnKeyPressed(this::pressedOnConfirm);
    clear.setOnAction(_ -> form.clear());
    // Left to itself, the scrolled part would not count the lines that its texts are wrapped to.
    scroll.prefHeightProperty().bind(body.heightProperty());
    follow();
  }

  private void field(Field field, VBox box, Control input, Node framed) {
    fields.put(field, new FormField(box, input, framed));
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            form.goOnFrom(field);
            event.consume();
          }
        });
    input
        .focusedProperty()
        .subscribe((before, _) -> {
          if (before) {
            form.leave(field);
          }
        });
    if (input instanceof TextField text) {
      text.textProperty().bindBidirectional(form.textProperty(field));
    }
  }

  /** The form keeps the product's code, which is recorded; on screen it has a name. */
  private void offerProducts() {
    var products = new Products(texts);
    var recorded = form.textProperty(Field.PRODUCT);
    product.getItems().setAll(products.names());
    if (recorded.get().isEmpty()) {
      recorded.set(products.recorded(product.getItems().getFirst()));
    }
    product.getEditor().setText(products.name(recorded.get()));
    product.getEditor().textProperty().subscribe(typed -> recorded.set(products.recorded(typed)));
  }

  /** Nothing is followed while the form is off the screen. */
  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    var acts =
        new ActButtons(form, texts, serving, List.of(Act.DEPOSIT, Act.WITHDRAW, Act.TRANSFER));
    form.actProperty()
        .when(inScene)
        .subscribe(act -> {
          showAct(act);
          acts.show();
        });
    account
        .when(inScene)
        .subscribe(_ -> {
          showAct(form.actProperty().get());
          acts.show();
        });
    form.readingProperty().when(inScene).subscribe(this::showReading);
    form.problemsProperty().when(inScene).subscribe(this::showProblems);
    form.payeeProperty().when(inScene).subscribe(this::showPayee);
    form.underWayProperty().when(inScene).subscribe(_ -> showReadiness());
    form.betweenProperty().when(inScene).subscribe(this::showBetween);
    form.faultProperty()
        .when(inScene)
        .subscribe(message -> {
          faultText.setText(message.map(texts::text).orElse(""));
          show(fault, message.isPresent());
        });
    form.confirmationProperty()
        .when(inScene)
        .subscribe(message -> {
          confirmationText.setText(message.map(texts::text).orElse(""));
          show(confirmation, message.isPresent());
        });
    form.attentionProperty().when(inScene).subscribe(this::attend);
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void showAct(Act act) {
    fields.forEach((field, shown) -> shown.setVisible(act.fields().contains(field)));
    show(openingRow, act == Act.OPEN);
    show(preview, act != Act.OPEN);
    title.setText(texts.get("counter.title." + act.word()));
    actKey.setText(act.key());
    target.setText(
        account
            .getValue()
            .filter(_ -> act.needsAccount())
            .map(line -> texts.get("counter.target." + act.word(), line.number()))
            .orElse(""));
    amountName.setText(
        texts.get(act == Act.OPEN ? "counter.field.opening-deposit" : "counter.field.amount"));
    account
        .getValue()
        .ifPresent(line -> payout.setText(texts.get("counter.field.payout", line.ledger())));
    boolean something = account.getValue().filter(line -> line.ledger().isPositive()).isPresent();
    show(payoutBox, act == Act.CLOSE && something);
    showReadiness();
  }

  private void showReading(Reading reading) {
    ledgerAfter.setText(figure(reading.after().map(Reading.After::ledger)));
    availableAfter.setText(figure(reading.after().map(Reading.After::available)));
    showReadiness();
  }

  private String figure(Optional<Money> money) {
    return money.map(figures::amount).orElse("\u2014");
  }

  private void showReadiness() {
    boolean underWay = form.underWayProperty().get();
    Optional<Message> obstacle = form.whyNot(form.actProperty().get());
    confirm.setDisable(underWay || obstacle.isPresent());
    confirm.setText(underWay ? texts.get("counter.posting") : confirmText());
    confirm.setGraphic(confirm.getText().length() <= MAX_LENGTH_BESIDE_KEY ? confirmKey : null);
    whyNotText.setText(obstacle.map(texts::text).orElse(""));
    show(whyNot, obstacle.isPresent());
    fields.values().stream()
        .map(FormField::input)
        .filter(TextField.class::isInstance)
        .forEach(input -> ((TextField) input).setEditable(!underWay));
  }

  private String confirmText() {
    String key = "counter.confirm." + form.actProperty().get().word();
    return form.readingProperty()
        .get()
        .amount()
        .map(moved -> texts.get(key + ".amount", moved))
        .orElseGet(() -> texts.get(key));
  }

  private void showProblems(Map<Field, Message> problems) {
    fields.forEach(
        (field, shown) -> shown.say(Optional.ofNullable(problems.get(field)).map(texts::text)));
    show(formBox, problems.containsKey(Field.FORM));
  }

  private void showPayee(Optional<AccountLine> line) {
    payeeName.setText(line.map(AccountLine::holder).orElse(""));
    payeeFound.setVisible(line.isPresent());
  }

  private void showBetween(List<JournalLine> lines) {
    show(between, !lines.isEmpty());
    if (!lines.isEmpty()) {
      between.getChildren().setAll(new BetweenLines(texts, figures).nodes(lines));
    }
  }

  private void attend(Attention attention) {
    attention
        .field()
        .map(field -> field == Field.PAYOUT && !payoutBox.isVisible() ? Field.NARRATIVE : field)
        .map(fields::get)
        .ifPresent(FormField::focus);
  }

  private void pressedOnConfirm(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      form.post();
      event.consume();
    }
  }
}

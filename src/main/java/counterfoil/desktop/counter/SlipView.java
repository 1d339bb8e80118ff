package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.domain.account.AccountState.Open;
import counterfoil.domain.account.Hold;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.javafx.FontIcon;

/** The fields of the act chosen, each with what is wrong with it. */
public final class SlipView {
  private final CounterForm form;
  private final AccountSheet sheet;
  private final BranchNow branch;
  private final Texts texts;
  private final Figures figures;
  private final Map<Field, FormField> fields = new EnumMap<>(Field.class);

  @FXML private VBox root;
  @FXML private VBox reversing;
  @FXML private Label reversingWhat;
  @FXML private Label reversingFigure;
  @FXML private HBox openingRow;
  @FXML private VBox numberBox;
  @FXML private TextField number;
  @FXML private VBox productBox;
  @FXML private ComboBox<String> product;
  @FXML private VBox holderBox;
  @FXML private TextField holder;
  @FXML private VBox holdersBox;
  @FXML private Label holdersName;
  @FXML private TextField holders;
  @FXML private Label holdersFound;
  @FXML private VBox payeeBox;
  @FXML private TextField payee;
  @FXML private FontIcon payeeFound;
  @FXML private Label payeeName;
  @FXML private VBox amountBox;
  @FXML private Label amountName;
  @FXML private HBox amountFrame;
  @FXML private TextField amount;
  @FXML private Label amountCurrency;
  @FXML private HBox chequeRow;
  @FXML private VBox chequeNumberBox;
  @FXML private TextField chequeNumber;
  @FXML private VBox chequeBankBox;
  @FXML private TextField chequeBank;
  @FXML private HBox datesRow;
  @FXML private VBox chequeAccountBox;
  @FXML private TextField chequeAccount;
  @FXML private VBox chequeDateBox;
  @FXML private TextField chequeDate;
  @FXML private VBox releaseOnBox;
  @FXML private TextField releaseOn;
  @FXML private VBox holdBox;
  @FXML private ComboBox<Hold> hold;
  @FXML private VBox payoutBox;
  @FXML private CheckBox payout;
  @FXML private VBox intoBox;
  @FXML private TextField into;
  @FXML private Label intoName;
  @FXML private VBox cashBox;
  @FXML private VBox reasonBox;
  @FXML private TextField reason;
  @FXML private HBox wordsRow;
  @FXML private VBox narrativeBox;
  @FXML private TextField narrative;
  @FXML private VBox referenceBox;
  @FXML private TextField reference;

  SlipView(CounterForm form, AccountSheet sheet, BranchNow branch, Texts texts, Figures figures) {
    this.form = form;
    this.sheet = sheet;
    this.branch = branch;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    field(Field.NUMBER, numberBox, number, number);
    field(Field.PRODUCT, productBox, product, product);
    field(Field.HOLDER, holderBox, holder, holder);
    field(Field.HOLDERS, holdersBox, holders, holders);
    field(Field.PAYEE, payeeBox, payee, payee);
    field(Field.AMOUNT, amountBox, amount, amountFrame);
    field(Field.CHEQUE_NUMBER, chequeNumberBox, chequeNumber, chequeNumber);
    field(Field.CHEQUE_BANK, chequeBankBox, chequeBank, chequeBank);
    field(Field.CHEQUE_ACCOUNT, chequeAccountBox, chequeAccount, chequeAccount);
    field(Field.CHEQUE_DATE, chequeDateBox, chequeDate, chequeDate);
    field(Field.RELEASE_ON, releaseOnBox, releaseOn, releaseOn);
    field(Field.HOLD, holdBox, hold, hold);
    field(Field.PAYOUT, payoutBox, payout, payout);
    field(Field.INTO, intoBox, into, into);
    field(Field.REASON, reasonBox, reason, reason);
    field(Field.NARRATIVE, narrativeBox, narrative, narrative);
    field(Field.REFERENCE, referenceBox, reference, reference);
    new ProductChoice(product, form, branch, texts).offer();
    offerHolds();
    payout.selectedProperty().bindBidirectional(form.payoutProperty());
    amountCurrency.setText(form.currency().getCode());
    follow();
  }

  private void field(Field field, VBox box, Control input, Node framed) {
    fields.put(field, new FormField(box, input, framed));
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
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

  private void offerHolds() {
    hold.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Hold item) {
            return item == null ? "" : inWords(item);
          }

          @Override
          public Hold fromString(String text) {
            throw new UnsupportedOperationException("a hold is chosen, not typed");
          }
        });
    hold.valueProperty()
        .subscribe(chosen -> form.holdProperty().set(Optional.ofNullable(chosen).map(Hold::id)));
  }

  private String inWords(Hold held) {
    return texts.get(
        "counter.hold.item",
        held.amount(),
        held.releaseOn().<Object>map(day -> day).orElse(Message.of("counter.hold.no-date")),
        held.reason().isEmpty()
            ? Message.of("counter.hold.kind." + held.kind().name().toLowerCase(Locale.ROOT))
            : held.reason());
  }

  /** Nothing is followed while the form is off the screen. */
  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    form.actProperty().when(inScene).subscribe(this::showAct);
    sheet.accountProperty().when(inScene).subscribe(_ -> showAct(form.actProperty().get()));
    sheet.detailProperty().when(inScene).subscribe(_ -> showHolds());
    form.holdProperty().when(inScene).subscribe(_ -> showHolds());
    form.problemsProperty().when(inScene).subscribe(this::showProblems);
    form.payeeProperty().when(inScene).subscribe(this::showPayee);
    form.lookups()
        .into()
        .accountProperty()
        .when(inScene)
        .subscribe(line -> intoName.setText(line.map(AccountLine::holder).orElse("")));
    form.lookups()
        .holders()
        .foundProperty()
        .when(inScene)
        .subscribe(found ->
            holdersFound.setText(
                found.customers().stream()
                    .map(customer -> customer.details().name())
                    .collect(Collectors.joining(" \u00b7 "))));
    form.reversingProperty().when(inScene).subscribe(this::showReversing);
    form.underWayProperty()
        .when(inScene)
        .subscribe(busy ->
            fields.values().stream()
                .map(FormField::input)
                .filter(TextField.class::isInstance)
                .forEach(input -> ((TextField) input).setEditable(!busy)));
    form.attentionProperty().when(inScene).subscribe(this::attend);
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void showAct(Act act) {
    List<Field> shown = act.fields(form.staffed());
    fields.forEach((field, input) -> input.setVisible(shown.contains(field)));
    show(openingRow, act == Act.OPEN);
    show(chequeRow, act == Act.CHEQUE);
    show(datesRow, shown.contains(Field.RELEASE_ON));
    show(cashBox, shown.contains(Field.CASH));
    show(wordsRow, shown.contains(Field.NARRATIVE));
    show(reversing, act == Act.REVERSE);
    amountName.setText(
        texts.get(
            switch (act) {
              case OPEN -> "counter.field.opening-deposit";
              case OVERDRAFT -> "counter.field.overdraft-limit";
              case MINIMUM -> "counter.field.minimum-balance";
              default -> "counter.field.amount";
            }));
    showHolders(act == Act.OPEN);
    sheet
        .accountProperty()
        .get()
        .ifPresent(line -> payout.setText(texts.get("counter.field.payout", line.ledger())));
    boolean something =
        sheet.accountProperty().get().filter(line -> line.ledger().isPositive()).isPresent();
    show(payoutBox, act == Act.CLOSE && something);
    showHolds();
  }

  /** All of a new account, or the one that comes to it or leaves it. */
  private void showHolders(boolean all) {
    var key = all ? "counter.field.holders" : "counter.field.customer";
    holdersName.setText(texts.get(key));
    holders.setPromptText(texts.get(key + ".prompt"));
    holders.setAccessibleText(texts.get(key));
  }

  private void showHolds() {
    List<Hold> holds =
        sheet
            .served()
            .map(Served::state)
            .filter(Open.class::isInstance)
            .map(state -> ((Open) state).holds())
            .orElse(List.of());
    if (!hold.getItems().equals(holds)) {
      hold.getItems().setAll(holds);
    }
    Optional<Hold> chosen =
        form.holdProperty()
            .get()
            .flatMap(id -> holds.stream().filter(held -> held.id().equals(id)).findFirst())
            .or(() ->
                form.actProperty().get() == Act.RELEASE && holds.size() == 1
                    ? Optional.of(holds.getFirst())
                    : Optional.empty());
    hold.setValue(chosen.orElse(null));
  }

  private void showReversing(Optional<JournalLine> line) {
    line.ifPresent(entry -> {
      reversingWhat.setText(
          texts.get(
              "counter.reverse.entry",
              entry.position(),
              new EntryNames(texts).what(entry),
              figures.date(entry.postedOn())));
      reversingFigure.setText(entry.amount().map(figures::signed).orElse(""));
    });
  }

  private void showProblems(Map<Field, Message> problems) {
    fields.forEach(
        (field, shown) -> shown.say(Optional.ofNullable(problems.get(field)).map(texts::text)));
  }

  private void showPayee(Optional<AccountLine> line) {
    payeeName.setText(line.map(AccountLine::holder).orElse(""));
    payeeFound.setVisible(line.isPresent());
  }

  private void attend(Attention attention) {
    attention
        .field()
        .map(field -> field == Field.PAYOUT && !payoutBox.isVisible() ? afterPayout() : field)
        .map(fields::get)
        .ifPresent(FormField::focus);
  }

  private Field afterPayout() {
    return form.staffed() ? Field.INTO : Field.NARRATIVE;
  }
}

package counterfoil.desktop.setup;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.setup.BranchForm.Field;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joda.money.CurrencyUnit;

/** Shows the first start. */
public final class SetupView {
  private final SetupViewModel viewModel;
  private final Texts texts;

  @FXML private VBox answers;
  @FXML private TextField branch;
  @FXML private Label branchProblem;
  @FXML private ComboBox<String> currency;
  @FXML private Label currencyName;
  @FXML private Label currencyProblem;
  @FXML private TextField person;
  @FXML private Label personProblem;
  @FXML private TextField workstation;
  @FXML private Label workstationProblem;
  @FXML private Button found;
  @FXML private Button practise;
  @FXML private Button language;
  @FXML private HBox work;
  @FXML private Label told;
  @FXML private Label failure;

  public SetupView(SetupViewModel viewModel, Texts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    var form = viewModel.form();
    bind(branch, branchProblem, form.branch);
    bind(person, personProblem, form.person);
    bind(workstation, workstationProblem, form.workstation);
    bindCurrency(form);
    enterMovesOn();
    branch
        .sceneProperty()
        .subscribe(scene -> Optional.ofNullable(scene).ifPresent(_ -> branch.requestFocus()));
    var busy = viewModel.workingProperty();
    answers.disableProperty().bind(busy);
    found.disableProperty().bind(busy);
    practise.disableProperty().bind(busy);
    found.setOnAction(_ -> foundOrGoBack());
    practise.setText(
        texts.get(viewModel.practised() ? "setup.sample.again" : "setup.sample.first"));
    practise.setOnAction(_ -> viewModel.practise());
    work.visibleProperty().bind(busy);
    work.managedProperty().bind(busy);
    told.textProperty()
        .bind(viewModel.toldProperty().map(line -> line.orElse(texts.get("setup.working"))));
    failure
        .textProperty()
        .bind(viewModel.failureProperty().map(why -> why.map(texts::text).orElse("")));
    hideWhenEmpty(failure);
    // What was pressed could not keep the focus while the work went on.
    viewModel.failureProperty().subscribe(why -> why.ifPresent(_ -> found.requestFocus()));
    var chinese = texts.locale().getLanguage().equals("zh");
    language.setOnAction(_ -> texts.use(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
  }

  private void bind(TextField input, Label problem, Field field) {
    input.textProperty().bindBidirectional(field.textProperty());
    bindProblem(input, problem, field);
  }

  private void bindProblem(Node input, Label problem, Field field) {
    problem
        .textProperty()
        .bind(field.problemProperty().map(why -> why.map(texts::text).orElse("")));
    hideWhenEmpty(problem);
    field.problemProperty().subscribe(why -> mark(input, why.isPresent()));
  }

  private static void mark(Node input, boolean invalid) {
    input.getStyleClass().remove("invalid");
    if (invalid) {
      input.getStyleClass().add("invalid");
    }
  }

  private static void hideWhenEmpty(Label label) {
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
  }

  private void bindCurrency(BranchForm form) {
    currency.getItems().setAll(BranchForm.currencies());
    currency.setCellFactory(_ -> new CurrencyCell());
    currency.getEditor().textProperty().bindBidirectional(form.currency.textProperty());
    bindProblem(currency, currencyProblem, form.currency);
    currencyName
        .textProperty()
        .bind(
            form.currency
                .textProperty()
                .map(_ -> form.chosenCurrency().map(this::described).orElse("")));
  }

  private String described(CurrencyUnit unit) {
    return texts.get("setup.currency.is", name(unit.getCode()), unit.getDecimalPlaces());
  }

  private String name(String code) {
    return Currency.getAvailableCurrencies().stream()
        .filter(known -> known.getCurrencyCode().equals(code))
        .findFirst()
        .map(known -> known.getDisplayName(texts.locale()))
        .orElse(code);
  }

  /** Enter goes from field to field as on a paper form; on the last one it founds. */
  private void enterMovesOn() {
    var inputs = List.<Node>of(branch, currency, person, workstation);
    for (int i = 0; i < inputs.size(); i++) {
      var next = i + 1 < inputs.size() ? Optional.of(inputs.get(i + 1)) : Optional.<Node>empty();
      inputs
          .get(i)
          .addEventFilter(
              KeyEvent.KEY_PRESSED,
              event -> {
                if (event.getCode() == KeyCode.ENTER && !currency.isShowing()) {
                  event.consume();
                  next.ifPresentOrElse(Node::requestFocus, this::foundOrGoBack);
                }
              });
    }
  }

  private void foundOrGoBack() {
    viewModel.found();
    var form = viewModel.form();
    firstProblem(form).ifPresent(Node::requestFocus);
  }

  private Optional<Node> firstProblem(BranchForm form) {
    if (form.branch.problemProperty().get().isPresent()) {
      return Optional.of(branch);
    }
    if (form.currency.problemProperty().get().isPresent()) {
      return Optional.of(currency);
    }
    if (form.person.problemProperty().get().isPresent()) {
      return Optional.of(person);
    }
    return form.workstation.problemProperty().get().map(_ -> workstation);
  }

  private final class CurrencyCell extends ListCell<String> {
    @Override
    protected void updateItem(String code, boolean empty) {
      super.updateItem(code, empty);
      setText(empty || code == null ? "" : code + "  " + name(code));
    }
  }
}

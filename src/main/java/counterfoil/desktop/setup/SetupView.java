package counterfoil.desktop.setup;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.setup.BranchForm.Field;
import counterfoil.desktop.setup.SetupViewModel.Home;
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
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.joda.money.CurrencyUnit;

/** Shows the first start, and asks for the password of a branch's server. */
public final class SetupView {
  /** An input, the answer that it takes, and the part of the form that it is shown with. */
  private record Asked(Node input, Field field, Node part) {}

  private final SetupViewModel viewModel;
  private final Texts texts;

  @FXML private VBox answers;
  @FXML private RadioButton here;
  @FXML private RadioButton onServer;
  @FXML private VBox serverAnswers;
  @FXML private TextField host;
  @FXML private Label hostProblem;
  @FXML private TextField port;
  @FXML private Label portProblem;
  @FXML private TextField database;
  @FXML private Label databaseProblem;
  @FXML private TextField user;
  @FXML private Label userProblem;
  @FXML private PasswordField password;
  @FXML private Label passwordProblem;
  @FXML private VBox branchAnswers;
  @FXML private Label forGood;
  @FXML private TextField branch;
  @FXML private Label branchProblem;
  @FXML private ComboBox<String> currency;
  @FXML private Label currencyName;
  @FXML private Label currencyProblem;
  @FXML private TextField person;
  @FXML private Label personProblem;
  @FXML private VBox staffChoice;
  @FXML private RadioButton withStaff;
  @FXML private RadioButton withoutStaff;
  @FXML private VBox founderAnswers;
  @FXML private TextField signInName;
  @FXML private Label signInNameProblem;
  @FXML private PasswordField founderPassword;
  @FXML private Label founderPasswordProblem;
  @FXML private PasswordField again;
  @FXML private Label againProblem;
  @FXML private VBox sampleAnswers;
  @FXML private PasswordField samplePassword;
  @FXML private Label samplePasswordProblem;
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
    bindAnswers();
    bindHome();
    enterMovesOn();
    answers
        .sceneProperty()
        .subscribe(
            scene -> Optional.ofNullable(scene).ifPresent(_ -> firstToAnswer().requestFocus()));
    var busy = viewModel.workingProperty();
    answers.disableProperty().bind(busy);
    found.disableProperty().bind(busy);
    practise.disableProperty().bind(busy);
    found.setOnAction(_ -> beginOrGoBack());
    practise.setText(
        texts.get(viewModel.practised() ? "setup.sample.again" : "setup.sample.first"));
    practise.setOnAction(_ -> practise());
    samplePassword.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            practise();
          }
        });
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
    busy.subscribe(working -> {
      if (!working) {
        firstProblem().ifPresent(Node::requestFocus);
      }
    });
    var chinese = texts.locale().getLanguage().equals("zh");
    language.setOnAction(_ -> texts.use(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
  }

  private void bindAnswers() {
    var form = viewModel.form();
    bind(branch, branchProblem, form.branch);
    bind(person, personProblem, form.person);
    bind(workstation, workstationProblem, form.workstation);
    bind(signInName, signInNameProblem, form.signInName);
    bind(founderPassword, founderPasswordProblem, form.password);
    bind(again, againProblem, form.again);
    bind(samplePassword, samplePasswordProblem, viewModel.samplePassword());
    bindCurrency(form);
    bindStaff(form);
    var server = viewModel.server();
    bind(host, hostProblem, server.host);
    bind(port, portProblem, server.port);
    bind(database, databaseProblem, server.database);
    bind(user, userProblem, server.user);
    bind(password, passwordProblem, server.password);
  }

  private void bindStaff(BranchForm form) {
    form.staffedProperty()
        .subscribe(staffed -> {
          withStaff.setSelected(staffed);
          withoutStaff.setSelected(!staffed);
          showOnly(founderAnswers, staffed && viewModel.foundingProperty().get());
        });
    withStaff.selectedProperty().subscribe(chosen -> form.staffedProperty().set(chosen));
    showOnly(sampleAnswers, !viewModel.practised());
  }

  private void bindHome() {
    viewModel
        .homeProperty()
        .subscribe(home -> {
          here.setSelected(home == Home.HERE);
          onServer.setSelected(home == Home.SERVER);
          showOnly(serverAnswers, home == Home.SERVER);
          nameTheButton();
        });
    here.selectedProperty().subscribe(chosen -> choose(chosen, Home.HERE));
    onServer.selectedProperty().subscribe(chosen -> choose(chosen, Home.SERVER));
    viewModel
        .foundingProperty()
        .subscribe(founding -> {
          showOnly(branchAnswers, founding);
          showOnly(forGood, founding);
          showOnly(staffChoice, founding);
          showOnly(founderAnswers, founding && viewModel.form().staffedProperty().get());
          nameTheButton();
        });
  }

  private void choose(boolean chosen, Home home) {
    if (chosen) {
      viewModel.homeProperty().set(home);
    }
  }

  private void nameTheButton() {
    var opens = viewModel.homeProperty().get() == Home.SERVER ? "setup.connect" : "setup.open";
    found.setText(texts.get(viewModel.foundingProperty().get() ? "setup.found" : opens));
  }

  private static void showOnly(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
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

  /** What is asked, in the order on the screen; some of it is not shown all the time. */
  private List<Asked> asked() {
    var server = viewModel.server();
    var form = viewModel.form();
    return List.of(
        new Asked(host, server.host, serverAnswers),
        new Asked(port, server.port, serverAnswers),
        new Asked(database, server.database, serverAnswers),
        new Asked(user, server.user, serverAnswers),
        new Asked(password, server.password, serverAnswers),
        new Asked(branch, form.branch, branchAnswers),
        new Asked(currency, form.currency, branchAnswers),
        new Asked(person, form.person, answers),
        new Asked(workstation, form.workstation, answers),
        new Asked(signInName, form.signInName, founderAnswers),
        new Asked(founderPassword, form.password, founderAnswers),
        new Asked(again, form.again, founderAnswers));
  }

  private Node firstToAnswer() {
    if (!serverAnswers.isVisible()) {
      return branchAnswers.isVisible() ? branch : found;
    }
    return host.getText().isEmpty() ? host : password;
  }

  /** Enter goes from field to field as on a paper form; on the last one it begins. */
  private void enterMovesOn() {
    var all = asked();
    for (int i = 0; i < all.size(); i++) {
      var behind = all.subList(i + 1, all.size());
      all.get(i)
          .input()
          .addEventFilter(
              KeyEvent.KEY_PRESSED,
              event -> {
                if (event.getCode() == KeyCode.ENTER && !currency.isShowing()) {
                  event.consume();
                  behind.stream()
                      .filter(one -> one.part().isVisible())
                      .map(Asked::input)
                      .findFirst()
                      .ifPresentOrElse(Node::requestFocus, this::beginOrGoBack);
                }
              });
    }
  }

  private void practise() {
    viewModel.practise();
    if (viewModel.samplePassword().problemProperty().get().isPresent()) {
      samplePassword.requestFocus();
    }
  }

  private void beginOrGoBack() {
    viewModel.begin();
    firstProblem().ifPresent(Node::requestFocus);
  }

  private Optional<Node> firstProblem() {
    return asked().stream()
        .filter(one -> one.part().isVisible() && one.field().problemProperty().get().isPresent())
        .findFirst()
        .map(Asked::input);
  }

  private final class CurrencyCell extends ListCell<String> {
    @Override
    protected void updateItem(String code, boolean empty) {
      super.updateItem(code, empty);
      setText(empty || code == null ? "" : code + "  " + name(code));
    }
  }
}

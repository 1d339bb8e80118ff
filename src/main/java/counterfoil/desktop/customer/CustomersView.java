package counterfoil.desktop.customer;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.customer.CustomerDetails.Flag;
import counterfoil.projection.AccountLine;
import counterfoil.projection.CustomerInquiries.Change;
import counterfoil.projection.CustomerLine;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Customers on screen: the list, the form, their accounts and what was written down. */
public final class CustomersView {
  private final CustomersViewModel customers;
  private final Texts texts;
  private final Figures figures;
  private final Navigation navigation;
  private final ObservableValue<?> head;
  private final ErasurePane erasure;
  private final Map<Detail, TextField> inputs = new EnumMap<>(Detail.class);
  private final Map<Detail, Label> problems = new EnumMap<>(Detail.class);

  @FXML private HBox root;
  @FXML private TextField find;
  @FXML private ListView<CustomerLine> list;
  @FXML private Button register;
  @FXML private Label title;
  @FXML private Label age;
  @FXML private VBox fields;
  @FXML private HBox flags;
  @FXML private Button save;
  @FXML private Button undo;
  @FXML private Label note;
  @FXML private VBox accounts;
  @FXML private VBox changes;
  @FXML private VBox erasing;
  @FXML private VBox keeping;

  CustomersView(
      CustomersViewModel customers,
      Texts texts,
      Figures figures,
      Navigation navigation,
      ObservableValue<?> head) {
    this.customers = customers;
    this.texts = texts;
    this.figures = figures;
    this.navigation = navigation;
    this.head = head;
    this.erasure = new ErasurePane(customers, texts);
  }

  @FXML
  void initialize() {
    for (var row :
        List.of(
            List.of(Detail.NAME, Detail.BIRTH_DATE),
            List.of(Detail.DOCUMENT_TYPE, Detail.DOCUMENT_NUMBER),
            List.of(Detail.PHONE, Detail.ADDRESS),
            List.of(Detail.NOTE))) {
      var line = new HBox();
      line.getStyleClass().add("customer-row");
      row.forEach(detail -> line.getChildren().add(field(detail)));
      fields.getChildren().add(line);
    }
    for (Flag flag : Flag.values()) {
      var box = new CheckBox(texts.get("customer.flag." + flag.name().toLowerCase(Locale.ROOT)));
      box.setId("flag-" + flag.name().toLowerCase(Locale.ROOT));
      box.selectedProperty().bindBidirectional(customers.form().flagProperty(flag));
      flags.getChildren().add(box);
    }
    erasing.getChildren().setAll(erasure);
    list.setCellFactory(_ -> new CustomerCell(texts));
    register.setOnAction(_ -> customers.register());
    save.setOnAction(_ -> customers.save());
    undo.setOnAction(_ -> customers.back());
    find.textProperty().bindBidirectional(customers.textProperty());
    find.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInFind);
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            line -> Optional.ofNullable(line).map(CustomerLine::number).ifPresent(customers::open));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            customers.back();
            event.consume();
          }
        });
    follow();
  }

  private VBox field(Detail detail) {
    var name = new Label(texts.get("customer.field." + detail.word()));
    name.getStyleClass().add("label-small");
    var input = new TextField();
    input.setId("customer-" + detail.word());
    input.setAccessibleText(name.getText());
    input.textProperty().bindBidirectional(customers.form().textProperty(detail));
    if (detail == Detail.BIRTH_DATE) {
      input.setPromptText(texts.get("customer.field.birth-date.prompt"));
    }
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            customers.goOnFrom(detail);
            event.consume();
          }
        });
    input
        .focusedProperty()
        .subscribe((before, _) -> {
          if (before) {
            customers.form().leave(detail);
          }
        });
    var problem = new Label();
    problem.getStyleClass().add("field-error");
    problem.setId("customer-" + detail.word() + "-problem");
    problem.setWrapText(true);
    inputs.put(detail, input);
    problems.put(detail, problem);
    var box = new VBox(name, input, problem);
    box.getStyleClass().addAll("field", "customer-" + detail.word());
    HBox.setHgrow(box, Priority.ALWAYS);
    return box;
  }

  /** Nothing is followed while the screen is not shown. */
  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    head.when(inScene).subscribe(_ -> customers.refresh());
    customers.foundProperty().when(inScene).subscribe(this::show);
    customers.cardProperty().when(inScene).subscribe(this::show);
    customers.form().problemsProperty().when(inScene).subscribe(this::showProblems);
    customers
        .erasure()
        .openProperty()
        .when(inScene)
        .subscribe(_ -> erasure.show(customers.cardProperty().get()));
    customers.underWayProperty().when(inScene).subscribe(_ -> showReadiness());
    customers.form().textProperty(Detail.NAME).when(inScene).subscribe(_ -> showReadiness());
    customers
        .noteProperty()
        .when(inScene)
        .subscribe(
            message -> note.setText(message.or(customers::whyNot).map(texts::text).orElse("")));
    customers
        .attentionProperty()
        .when(inScene)
        .subscribe(where -> {
          var target = where.detail().<Node>map(inputs::get).orElse(find);
          target.requestFocus();
          Platform.runLater(target::requestFocus);
        });
  }

  private void show(List<CustomerLine> found) {
    if (!list.getItems().equals(found)) {
      list.getItems().setAll(found);
    }
    var empty =
        new Label(
            texts.get(
                customers.textProperty().get().isBlank()
                    ? "customer.list.none"
                    : "customer.list.empty"));
    empty.setWrapText(true);
    empty.getStyleClass().add("muted");
    list.setPlaceholder(empty);
  }

  private void show(Optional<CustomersViewModel.Card> card) {
    title.setText(
        card.map(known ->
                texts.get(
                    "customer.title.known", known.line().number(), known.line().registeredOn()))
            .orElseGet(() -> texts.get("customer.title.new")));
    age.setText(
        card.flatMap(known -> known.line().details().ageOn(known.today()))
            .map(years -> texts.get("customer.age", years))
            .orElse(""));
    accounts
        .getChildren()
        .setAll(
            card.map(known -> known.accounts().stream().<Node>map(this::account).toList())
                .filter(lines -> !lines.isEmpty())
                .orElseGet(() -> List.of(muted(texts.get("customer.accounts.none")))));
    changes
        .getChildren()
        .setAll(
            card.map(known -> known.changes().reversed().stream().<Node>map(this::change).toList())
                .orElse(List.of()));
    boolean gone = card.filter(known -> known.erasure().isPresent()).isPresent();
    keeping.setVisible(!gone);
    keeping.setManaged(!gone);
    erasure.show(card);
    showReadiness();
  }

  private Node account(AccountLine line) {
    var link =
        new Hyperlink(texts.get("customer.account.line", line.number(), texts.name(line.holder())));
    link.setOnAction(_ -> navigation.openAccount(line.number()));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var balance = new Label(figures.withCurrency(line.ledger()));
    balance.getStyleClass().add("semibold");
    var box = new HBox(link, space, balance);
    box.getStyleClass().add("customer-line");
    return box;
  }

  private Node change(Change change) {
    var who = change.entry().provenance().actor();
    var text =
        texts.get(
            "customer.change.line",
            figures.moment(change.entry().recordedAt()),
            who,
            new ChangeInWords(texts).of(change.event()));
    return muted(text);
  }

  private static Label muted(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("label-small");
    return label;
  }

  private void showProblems(Map<Detail, Message> said) {
    problems.forEach((detail, label) -> {
      var text = Optional.ofNullable(said.get(detail)).map(texts::text);
      label.setText(text.orElse(""));
      label.setVisible(text.isPresent());
      label.setManaged(text.isPresent());
      label.setGraphic(text.isPresent() ? new FontIcon("fth-alert-circle") : null);
      var input = inputs.get(detail);
      if (input != null) {
        input.getStyleClass().remove("invalid");
        if (text.isPresent()) {
          input.getStyleClass().add("invalid");
        }
        input.setAccessibleHelp(text.orElse(null));
      }
    });
  }

  private void showReadiness() {
    boolean busy = customers.underWayProperty().get();
    var name = customers.form().textProperty(Detail.NAME).get().strip();
    boolean known = customers.cardProperty().get().isPresent();
    save.setDisable(busy || customers.whyNot().isPresent());
    save.setText(
        busy
            ? texts.get("customer.saving")
            : known
                ? texts.get("customer.save.changes")
                : name.isEmpty()
                    ? texts.get("customer.save.new.nobody")
                    : texts.get("customer.save.new", name));
  }

  private void pressedInFind(KeyEvent event) {
    var found = list.getItems();
    switch (event.getCode()) {
      case DOWN -> list.getSelectionModel().selectNext();
      case UP -> list.getSelectionModel().selectPrevious();
      case ENTER -> {
        if (!found.isEmpty() && list.getSelectionModel().getSelectedItem() == null) {
          list.getSelectionModel().selectFirst();
        }
        Optional.ofNullable(inputs.get(Detail.NAME)).ifPresent(Node::requestFocus);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}

package counterfoil.desktop.supervisor;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.projection.ExceptionLine;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.joda.money.Money;

/** What was out of the ordinary, and the second look at it. */
public final class ExceptionsView {
  private final SupervisorViewModel supervisor;
  private final Navigation navigation;
  private final Texts texts;
  private final Figures figures;
  private boolean showing;

  @FXML private VBox root;
  @FXML private Label count;
  @FXML private TableView<ExceptionLine> table;
  @FXML private TableColumn<ExceptionLine, Long> entry;
  @FXML private TableColumn<ExceptionLine, String> time;
  @FXML private TableColumn<ExceptionLine, String> what;
  @FXML private TableColumn<ExceptionLine, String> where;
  @FXML private TableColumn<ExceptionLine, String> who;
  @FXML private TableColumn<ExceptionLine, Money> amount;
  @FXML private TableColumn<ExceptionLine, String> review;
  @FXML private TextField comment;
  @FXML private Button signOff;
  @FXML private Button timeline;
  @FXML private Label problem;
  @FXML private Label whyNot;

  ExceptionsView(
      SupervisorViewModel supervisor, Navigation navigation, Texts texts, Figures figures) {
    this.supervisor = supervisor;
    this.navigation = navigation;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    fillColumns();
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(line -> {
          if (!showing) {
            supervisor.choose(Optional.ofNullable(line));
          }
        });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    comment.textProperty().bindBidirectional(supervisor.commentProperty());
    comment.setOnAction(_ -> supervisor.signOff());
    signOff.setOnAction(_ -> supervisor.signOff());
    timeline.setOnAction(_ -> open());
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    supervisor.shownProperty().when(inScene).subscribe(view -> view.ifPresent(this::show));
    supervisor.chosenProperty().when(inScene).subscribe(_ -> showChosen());
    supervisor.underWayProperty().when(inScene).subscribe(_ -> showChosen());
    supervisor
        .problemProperty()
        .when(inScene)
        .subscribe(message -> {
          problem.setText(message.map(texts::text).orElse(""));
          problem.setVisible(message.isPresent());
          problem.setManaged(message.isPresent());
          comment.getStyleClass().remove("invalid");
          message.ifPresent(_ -> comment.getStyleClass().add("invalid"));
        });
  }

  private void fillColumns() {
    var cells = new Cells(figures);
    cells.count(entry, row -> row.line().position(), "amount", "muted");
    cells.text(time, row -> figures.time(row.line().recordedAt()), "muted");
    cells.text(what, this::kinds);
    cells.text(
        where, row -> row.line().account().map(Object::toString).orElse(row.line().till()), "mono");
    cells.text(who, row -> name(row.line().actor()));
    cells.signed(
        amount,
        row -> supervisor.shownProperty().get().flatMap(view -> view.amount(row)).orElse(null));
    cells.text(
        review,
        row ->
            row.review()
                .map(one -> name(one.by().value()) + ": " + one.comment())
                .orElseGet(() -> texts.get("supervisor.review.open")),
        "muted");
  }

  private String kinds(ExceptionLine line) {
    return line.kinds().stream()
        .sorted()
        .map(kind ->
            texts.get("supervisor.kind." + kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
        .collect(Collectors.joining(" \u00b7 "));
  }

  private String name(String actor) {
    return supervisor.shownProperty().get().map(view -> view.name(actor)).orElse(actor);
  }

  private void show(BranchView view) {
    showing = true;
    var chosen = supervisor.chosenProperty().get();
    if (!table.getItems().equals(view.exceptions())) {
      table.getItems().setAll(view.exceptions());
    }
    var text =
        new Label(texts.get(view.used() ? "supervisor.exceptions.none" : "supervisor.unused"));
    text.setWrapText(true);
    table.setPlaceholder(text);
    count.setText(
        texts.get("supervisor.exceptions.count", view.exceptions().size(), view.unsigned()));
    select(chosen);
    showing = false;
  }

  private void select(Optional<ExceptionLine> chosen) {
    int index =
        chosen
            .map(line ->
                table.getItems().stream()
                    .map(item -> item.line().position())
                    .toList()
                    .indexOf(line.line().position()))
            .orElse(-1);
    if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else {
      table.getSelectionModel().select(index);
    }
  }

  private void showChosen() {
    boolean was = showing;
    showing = true;
    select(supervisor.chosenProperty().get());
    showing = was;
    var chosen = supervisor.chosenProperty().get();
    var why = supervisor.whyNotSignOff();
    boolean busy = supervisor.underWayProperty().get();
    // Not while it is under way: the focus would leave what is being typed.
    comment.setDisable(why.isPresent());
    signOff.setDisable(why.isPresent() || busy);
    timeline.setDisable(chosen.isEmpty());
    signOff.setText(
        chosen
            .map(line -> texts.get("supervisor.sign-off.entry", line.line().position()))
            .orElseGet(() -> texts.get("supervisor.sign-off")));
    whyNot.setText(why.map(texts::text).orElse(""));
    why.ifPresent(message -> signOff.setAccessibleHelp(texts.text(message)));
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      if (comment.isDisabled()) {
        open();
      } else {
        comment.requestFocus();
      }
    }
  }

  private void open() {
    supervisor
        .chosenProperty()
        .get()
        .ifPresent(line -> navigation.openEntry(line.line().position()));
  }
}

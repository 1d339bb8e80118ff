package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form on screen around its fields: the choice of acts, what posts, and what came of it. */
public final class FormView {
  /** A longer text takes the place of the key's name: the amount must not be cut. */
  private static final int MAX_LENGTH_BESIDE_KEY = 24;

  private final CounterForm form;
  private final ObservableValue<Optional<AccountLine>> account;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label target;
  @FXML private Label actKey;
  @FXML private ScrollPane scroll;
  @FXML private VBox body;
  @FXML private HBox serving;
  @FXML private VBox between;
  @FXML private HBox fault;
  @FXML private Label faultText;
  @FXML private VBox formBox;
  @FXML private Button confirm;
  @FXML private Label confirmKey;
  @FXML private Button andAlso;
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
    confirm.setOnAction(_ -> form.post());
    confirm.setOnKeyPressed(this::pressedOnConfirm);
    clear.setOnAction(_ -> form.clear());
    andAlso.setOnAction(_ -> form.andAlso());
    show(andAlso, form.staffed());
    // Left to itself, the scrolled part would not count the lines that its texts are wrapped to.
    scroll.prefHeightProperty().bind(body.heightProperty());
    follow();
  }

  /** Nothing is followed while the form is off the screen. */
  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    var formField = new FormField(formBox, confirm, confirm);
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
    form.readingProperty().when(inScene).subscribe(_ -> showReadiness());
    form.basket().linesProperty().when(inScene).subscribe(_ -> showReadiness());
    form.problemsProperty().when(inScene).subscribe(problems -> showProblem(formField, problems));
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
    form.attentionProperty()
        .when(inScene)
        .subscribe(where -> {
          if (where.field().filter(field -> field == Field.FORM).isPresent()) {
            formField.focus();
          }
        });
  }

  private static void show(Region part, boolean shown) {
    part.setVisible(shown);
    part.setManaged(shown);
  }

  private void showAct(Act act) {
    title.setText(texts.get("counter.title." + act.word()));
    actKey.setText(act.keyName());
    target.setText(
        account
            .getValue()
            .filter(_ -> act.needsAccount())
            .map(line -> texts.get("counter.target." + act.word(), line.number()))
            .orElse(""));
    showReadiness();
  }

  private void showReadiness() {
    boolean underWay = form.underWayProperty().get();
    Optional<Message> obstacle = form.whyNot(form.actProperty().get());
    confirm.setDisable(underWay || obstacle.isPresent());
    confirm.setText(underWay ? texts.get("counter.posting") : texts.text(form.confirm()));
    confirm.setGraphic(confirm.getText().length() <= MAX_LENGTH_BESIDE_KEY ? confirmKey : null);
    andAlso.setDisable(underWay || obstacle.isPresent());
    whyNotText.setText(obstacle.map(texts::text).orElse(""));
    show(whyNot, obstacle.isPresent());
  }

  private void showProblem(FormField formField, Map<Field, Message> problems) {
    formField.say(Optional.ofNullable(problems.get(Field.FORM)).map(texts::text));
    show(formBox, problems.containsKey(Field.FORM));
  }

  private void showBetween(List<JournalLine> lines) {
    show(between, !lines.isEmpty());
    if (!lines.isEmpty()) {
      between.getChildren().setAll(new BetweenLines(texts, figures).nodes(lines));
    }
  }

  private void pressedOnConfirm(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      form.post();
      event.consume();
    }
  }
}

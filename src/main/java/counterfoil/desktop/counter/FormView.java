package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.AccountLine;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
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

  /** The acts with a button of their own in the form. */
  private static final List<Act> SERVING = List.of(Act.DEPOSIT, Act.WITHDRAW, Act.TRANSFER);

  private final CounterViewModel counter;
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
  @FXML private Button receipt;
  @FXML private Button receiptsWaiting;
  @FXML private Label receiptNote;

  FormView(CounterViewModel counter, Texts texts, Figures figures) {
    this.counter = counter;
    this.form = counter.form();
    this.account = counter.sheet().accountProperty();
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
    receipt.setOnAction(_ -> counter.showReceipt());
    receiptsWaiting.setOnAction(_ -> counter.receipts().printWaiting());
    // Left to itself, the scrolled part would not count the lines that its texts are wrapped to.
    scroll.prefHeightProperty().bind(body.heightProperty());
    // What grows while it is laid out, as wrapped lines do, is only heard of in the next pass.
    body.heightProperty().subscribe(_ -> Platform.runLater(scroll::requestLayout));
    root.sceneProperty()
        .flatMap(Scene::focusOwnerProperty)
        .subscribe(node -> Optional.ofNullable(node).ifPresent(this::bringIntoSight));
    follow();
  }

  /** On a small window the fields are scrolled: the one that is typed in is always in sight. */
  private void bringIntoSight(Node node) {
    double hidden = body.getHeight() - scroll.getViewportBounds().getHeight();
    if (hidden <= 0 || !isInBody(node)) {
      return;
    }
    Bounds place = body.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double top = scroll.getVvalue() * hidden;
    if (place.getMinY() < top || place.getMaxY() > top + body.getHeight() - hidden) {
      double middle = place.getCenterY() - (body.getHeight() - hidden) / 2;
      scroll.setVvalue(Math.clamp(middle / hidden, 0, 1));
    }
  }

  private boolean isInBody(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(body)) {
        return true;
      }
    }
    return false;
  }

  /** Nothing is followed while the form is off the screen. */
  private void follow() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    var formField = new FormField(formBox, confirm, confirm);
    var acts = new ActButtons(form, texts, serving, SERVING);
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
    form.answers()
        .receiptProperty()
        .when(inScene)
        .subscribe(position -> show(receipt, form.staffed() && position.isPresent()));
    counter
        .receipts()
        .waitingProperty()
        .when(inScene)
        .subscribe(count -> {
          receiptsWaiting.setText(texts.get("counter.receipts-waiting", count.intValue()));
          show(receiptsWaiting, count.intValue() > 0);
        });
    counter
        .receipts()
        .noteProperty()
        .when(inScene)
        .subscribe(message -> {
          receiptNote.setText(message.map(texts::text).orElse(""));
          show(receiptNote, message.isPresent());
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
    // Its button has it too, and an account number that is cut off is another one.
    show(actKey, !SERVING.contains(act));
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
    boolean alone = form.actProperty().get() == Act.REVERSE;
    andAlso.setDisable(underWay || alone || obstacle.isPresent());
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

package counterfoil.desktop.till;

import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.till.TillViewModel.Place;
import counterfoil.domain.till.TillId;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What becomes of the cash that was typed. */
public final class TaskView {
  private static final PseudoClass BALANCED = PseudoClass.getPseudoClass("balanced");
  private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

  private final TillViewModel till;
  private final Texts texts;
  private final Figures figures;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label counted;
  @FXML private Label countedName;
  @FXML private Label expectedName;
  @FXML private Label expected;
  @FXML private HBox difference;
  @FXML private Label differenceText;
  @FXML private VBox recipientBox;
  @FXML private ComboBox<TillId> recipient;
  @FXML private Label recipientProblem;
  @FXML private VBox reasonBox;
  @FXML private Label reasonName;
  @FXML private TextField reason;
  @FXML private Label reasonProblem;
  @FXML private VBox handOverBox;
  @FXML private ComboBox<Boolean> handOver;
  @FXML private Label problem;
  @FXML private Button submit;
  @FXML private HBox whyNot;
  @FXML private Label whyNotText;
  @FXML private Label note;
  @FXML private HBox confirmation;
  @FXML private Label confirmationText;

  TaskView(TillViewModel till, Texts texts, Figures figures) {
    this.till = till;
    this.texts = texts;
    this.figures = figures;
  }

  @FXML
  void initialize() {
    reason.textProperty().bindBidirectional(till.reasonProperty());
    reason.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            event.consume();
            submit.requestFocus();
          }
        });
    submit.setOnAction(_ -> till.submit());
    submit.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        event.consume();
        till.submit();
      }
    });
    recipient.setConverter(converter(this::name, till::recipientOf));
    recipient
        .getEditor()
        .textProperty()
        .subscribe(typed -> {
          if (recipient.isEditable()) {
            till.recipientProperty().set(till.recipientOf(typed));
          }
        });
    recipient
        .valueProperty()
        .subscribe(chosen ->
            Optional.ofNullable(chosen)
                .ifPresent(id -> till.recipientProperty().set(Optional.of(id))));
    handOver.getItems().setAll(true, false);
    handOver.setConverter(
        converter(
            to -> texts.get(to ? "till.hand-over.vault" : "till.hand-over.stays"),
            _ -> Optional.empty()));
    handOver.valueProperty().bindBidirectional(till.handOverProperty().asObject());
    follow();
  }

  private static <T> StringConverter<T> converter(
      Function<T, String> name, Function<String, Optional<T>> read) {
    return new StringConverter<>() {
      @Override
      public String toString(@Nullable T value) {
        return value == null ? "" : name.apply(value);
      }

      @Override
      public @Nullable T fromString(String typed) {
        return read.apply(typed).orElse(null);
      }
    };
  }

  private String name(TillId id) {
    return id.isVault() ? texts.get("till.vault") : id.value();
  }

  private void follow() {
    var inSight = InSight.of(root);
    till.taskProperty().when(inSight).subscribe(_ -> show());
    till.shownProperty().when(inSight).subscribe(_ -> show());
    till.drawerProperty().when(inSight).subscribe(_ -> show());
    till.tillProperty().when(inSight).subscribe(_ -> showFigures());
    till.count().totalProperty().when(inSight).subscribe(_ -> showFigures());
    till.recipientProperty()
        .when(inSight)
        .subscribe(id -> {
          // While it is typed, the text stays as it is.
          if (!recipient.isEditable()
              || !till.recipientOf(recipient.getEditor().getText()).equals(id)) {
            recipient.setValue(id.orElse(null));
          }
          showReadiness();
        });
    till.underWayProperty().when(inSight).subscribe(_ -> showReadiness());
    till.problemProperty().when(inSight).subscribe(this::showProblem);
    till.confirmationProperty()
        .when(inSight)
        .subscribe(message -> {
          confirmationText.setText(message.map(texts::text).orElse(""));
          InSight.show(confirmation, message.isPresent());
        });
  }

  private void show() {
    var task = till.taskProperty().get();
    var id = till.drawerProperty().get();
    boolean forced = task == Task.CLOSE && id.filter(till::own).isEmpty();
    title.setText(texts.get(forced ? "till.title.force" : "till.title." + task.word()));
    countedName.setText(texts.get(task.counts() ? "till.counted" : "till.amount"));
    expectedName.setText(
        texts.get(
            switch (task) {
              case OPEN, CLOSE, COUNT -> "till.expected";
              case OFFER, SEND_OUT, BRING_IN -> "till.after";
            }));
    InSight.show(difference, task.counts());
    InSight.show(recipientBox, task == Task.OFFER);
    recipient.setEditable(till.givesToNewTills());
    recipient.getItems().setAll(till.recipients());
    recipient.setValue(till.recipientProperty().get().orElse(null));
    InSight.show(reasonBox, task != Task.OFFER);
    reasonName.setText(
        texts.get(
            switch (task) {
              case OPEN, CLOSE, COUNT, OFFER -> "till.reason";
              case BRING_IN -> "till.reason.bring-in";
              case SEND_OUT -> "till.reason.send-out";
            }));
    InSight.show(handOverBox, task == Task.CLOSE);
    note.setText(texts.get("till.note." + task.word()));
    showFigures();
  }

  private void showFigures() {
    var task = till.taskProperty().get();
    var typed = till.count().totalProperty().get();
    counted.setText(figures.amount(typed));
    var present = till.expected().total();
    expected.setText(
        figures.amount(
            switch (task) {
              case OPEN, CLOSE, COUNT -> present;
              case OFFER, SEND_OUT -> present.minus(typed);
              case BRING_IN -> present.plus(typed);
            }));
    showDifference();
    showReadiness();
  }

  private void showDifference() {
    Money differs = till.difference();
    boolean begun = till.count().begun() || till.expected().isEmpty();
    difference.pseudoClassStateChanged(BALANCED, begun && differs.isZero());
    difference.pseudoClassStateChanged(DIFFERS, begun && !differs.isZero());
    differenceText.setText(
        begun
            ? texts.get(
                differs.isZero()
                    ? "till.balanced"
                    : differs.isPositive() ? "till.is-over" : "till.is-short",
                figures.signed(differs))
            : texts.get("till.not-counted"));
  }

  private void showReadiness() {
    boolean underWay = till.underWayProperty().get();
    var task = till.taskProperty().get();
    var obstacle = till.whyNot(task);
    submit.setDisable(underWay || obstacle.isPresent());
    submit.setText(underWay ? texts.get("till.posting") : submitText(task));
    whyNotText.setText(obstacle.map(texts::text).orElse(""));
    InSight.show(whyNot, obstacle.isPresent());
  }

  private String submitText(Task task) {
    var id = till.subject().map(this::name).orElse("");
    var sum = till.count().totalProperty().get();
    var to = till.recipientProperty().get().map(this::name).orElse("");
    boolean unnamed = task == Task.OFFER ? to.isEmpty() : task == Task.OPEN && id.isEmpty();
    var key = "till.submit." + task.word() + (unnamed ? "-unnamed" : "");
    return texts.get(key, id, sum, to);
  }

  private void showProblem(Optional<TillViewModel.Problem> now) {
    say(recipientProblem, now, Place.RECIPIENT);
    say(reasonProblem, now, Place.REASON);
    say(problem, now, Place.FORM);
    reason.getStyleClass().remove("invalid");
    now.filter(one -> one.place() == Place.REASON)
        .ifPresent(_ -> {
          reason.getStyleClass().add("invalid");
          reason.requestFocus();
        });
  }

  private void say(Label label, Optional<TillViewModel.Problem> now, Place place) {
    var own = now.filter(one -> one.place() == place);
    label.setText(own.map(one -> texts.text(one.message())).orElse(""));
    InSight.show(label, own.isPresent());
  }
}

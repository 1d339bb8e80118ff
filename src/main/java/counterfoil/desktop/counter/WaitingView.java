package counterfoil.desktop.counter;

import counterfoil.desktop.approval.Waiting;
import counterfoil.desktop.approval.Waiting.Stage;
import counterfoil.desktop.approval.WaitingActs;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import counterfoil.projection.ApprovalLine;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The acts of this desk that wait for somebody else; granted ones are posted with one key. */
public final class WaitingView {
  static final String POST_KEYS = "Shift+F2";

  private final WaitingActs waiting;
  private final Texts texts;

  @FXML private VBox root;
  @FXML private VBox acts;
  @FXML private Label note;

  WaitingView(WaitingActs waiting, Texts texts) {
    this.waiting = waiting;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    waiting.actsProperty().when(inScene).subscribe(_ -> show());
    waiting.underWayProperty().when(inScene).subscribe(_ -> show());
    waiting.noteProperty().when(inScene).subscribe(_ -> show());
  }

  private void show() {
    List<Waiting> all = waiting.actsProperty().get();
    Optional<Message> said = waiting.noteProperty().get();
    root.setVisible(!all.isEmpty() || said.isPresent());
    root.setManaged(root.isVisible());
    note.setText(said.map(texts::text).orElse(""));
    note.setVisible(said.isPresent());
    note.setManaged(said.isPresent());
    acts.getChildren().setAll(all.stream().map(this::line).toList());
  }

  private Node line(Waiting act) {
    Stage stage = act.stageAt(waiting.now());
    var state = new Label(texts.text(inWords(act, stage)));
    state.getStyleClass().addAll("chip", style(stage));
    state.setMinWidth(Region.USE_PREF_SIZE);
    var text = new Label(act.needed().text());
    text.getStyleClass().add("label-small");
    text.setWrapText(true);
    text.setMaxHeight(36);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var buttons = new HBox(state, space);
    buttons.getStyleClass().add("waiting-buttons");
    if (stage == Stage.GRANTED) {
      buttons.getChildren().add(post(act));
    }
    buttons.getChildren().add(putAway(act, stage));
    var box = new VBox(buttons, text);
    box.getStyleClass().add("waiting-act");
    return box;
  }

  private Button post(Waiting act) {
    var key = new Label(POST_KEYS.replace('+', ' '));
    key.getStyleClass().add("kbd");
    var post = new Button(texts.get("approval.waiting.post"), key);
    post.setId("post-granted");
    post.setContentDisplay(ContentDisplay.RIGHT);
    post.getStyleClass().addAll("small", "primary");
    post.setDisable(waiting.underWayProperty().get());
    post.setOnAction(_ -> waiting.post(act));
    return post;
  }

  private Button putAway(Waiting act, Stage stage) {
    boolean open = stage == Stage.ASKED || stage == Stage.GRANTED;
    var button =
        new Button(texts.get(open ? "approval.waiting.withdraw" : "approval.waiting.put-away"));
    button.setId(open ? "withdraw-request" : "put-away");
    button.getStyleClass().add("small");
    button.setDisable(waiting.underWayProperty().get());
    button.setOnAction(_ -> waiting.withdraw(act));
    return button;
  }

  private static String style(Stage stage) {
    return switch (stage) {
      case ASKED, OVER -> "chip-warn";
      case GRANTED -> "chip-ok";
      case REJECTED, EXPIRED -> "chip-danger";
    };
  }

  private static Message inWords(Waiting act, Stage stage) {
    String by = act.approval().flatMap(ApprovalLine::approver).map(Object::toString).orElse("");
    return switch (stage) {
      case ASKED, OVER -> Message.of("approval.waiting.asked");
      case GRANTED -> Message.of("approval.outcome.granted", by);
      case EXPIRED -> Message.of("approval.expired");
      case REJECTED ->
          Message.of(
              "approval.outcome.rejected", by, act.approval().map(ApprovalLine::reason).orElse(""));
    };
  }
}

package counterfoil.desktop.signin;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Shows the change of one's own password, in place of everything else. */
public final class PasswordView {
  private final PasswordViewModel viewModel;
  private final Texts texts;
  private final Runnable leave;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label person;
  @FXML private Label explained;
  @FXML private PasswordField present;
  @FXML private Label presentProblem;
  @FXML private PasswordField chosen;
  @FXML private Label capitals;
  @FXML private Label chosenProblem;
  @FXML private PasswordField again;
  @FXML private Label againProblem;
  @FXML private Label problem;
  @FXML private Button change;
  @FXML private Button back;

  /**
   * @param leave goes back without a change; where the change is demanded, out
   */
  public PasswordView(PasswordViewModel viewModel, Texts texts, Runnable leave) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    boolean demanded = viewModel.demanded();
    title.setText(texts.get(demanded ? "password.demanded.title" : "password.title"));
    person.setText(viewModel.person());
    explained.setText(texts.get(demanded ? "password.demanded" : "password.explained"));
    back.setText(texts.get(demanded ? "shell.act.sign-out" : "signin.back"));
    back.setOnAction(_ -> leave.run());
    var old = new PasswordInput(present, new Label(), viewModel::retype);
    var first = new PasswordInput(chosen, capitals, viewModel::retype);
    var second = new PasswordInput(again, new Label(), viewModel::retype);
    Runnable attempt =
        () -> {
          if (!viewModel.gate().barredProperty().get()) {
            viewModel.change(old.typed(), first.typed(), second.typed());
          }
        };
    change.setOnAction(_ -> attempt.run());
    change.disableProperty().bind(viewModel.gate().barredProperty());
    change
        .textProperty()
        .bind(
            viewModel
                .gate()
                .tryingProperty()
                .map(now -> texts.get(now ? "signin.trying" : "password.change")));
    say(presentProblem, viewModel.presentProblemProperty(), present);
    say(chosenProblem, viewModel.chosenProblemProperty(), chosen, again);
    say(againProblem, viewModel.againProblemProperty(), again);
    say(problem, viewModel.gate().problemProperty());
    onEnter(present, chosen::requestFocus);
    onEnter(chosen, again::requestFocus);
    onEnter(again, attempt);
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !demanded) {
            event.consume();
            leave.run();
          }
        });
    root.sceneProperty()
        .subscribe(scene -> Optional.ofNullable(scene).ifPresent(_ -> present.requestFocus()));
  }

  /** What has to be typed again is emptied, and has the cursor. */
  private void say(
      Label label, ObservableValue<Optional<Message>> why, PasswordField... toTypeAgain) {
    label.textProperty().bind(why.map(message -> message.map(texts::text).orElse("")));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    why.subscribe(message -> {
      if (message.isPresent() && toTypeAgain.length > 0) {
        for (var field : toTypeAgain) {
          field.clear();
        }
        toTypeAgain[0].requestFocus();
      }
    });
  }

  private static void onEnter(PasswordField field, Runnable act) {
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            act.run();
          }
        });
  }
}

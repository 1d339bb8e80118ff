package counterfoil.desktop.signin;

import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** Shows the lock, in place of everything else. */
public final class LockView {
  private final LockViewModel viewModel;
  private final Texts texts;
  private final Runnable somebodyElse;

  @FXML private VBox root;
  @FXML private Label person;
  @FXML private Label place;
  @FXML private PasswordField password;
  @FXML private Label capitals;
  @FXML private Label passwordProblem;
  @FXML private Label problem;
  @FXML private Button unlock;
  @FXML private Button other;

  /**
   * @param somebodyElse leads to the door
   */
  public LockView(LockViewModel viewModel, Texts texts, Runnable somebodyElse) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.somebodyElse = somebodyElse;
  }

  @FXML
  void initialize() {
    person.setText(viewModel.person());
    place.setText(texts.get("lock.place", viewModel.workstation()));
    var input = new PasswordInput(password, capitals, viewModel::retype);
    passwordProblem
        .textProperty()
        .bind(viewModel.passwordProblemProperty().map(why -> why.map(texts::text).orElse("")));
    problem
        .textProperty()
        .bind(viewModel.gate().problemProperty().map(why -> why.map(texts::text).orElse("")));
    for (var label : new Label[] {passwordProblem, problem}) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    var barred = viewModel.gate().barredProperty();
    unlock.disableProperty().bind(barred);
    unlock
        .textProperty()
        .bind(
            viewModel
                .gate()
                .tryingProperty()
                .map(now -> texts.get(now ? "signin.trying" : "lock.unlock")));
    unlock.setOnAction(_ -> unlock(input));
    other.setOnAction(_ -> somebodyElse.run());
    password.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            unlock(input);
          }
        });
    barred.subscribe(now -> {
      if (!now && root.getScene() != null) {
        password.requestFocus();
      }
    });
    root.sceneProperty()
        .subscribe(scene -> Optional.ofNullable(scene).ifPresent(_ -> password.requestFocus()));
  }

  private void unlock(PasswordInput input) {
    if (!viewModel.gate().barredProperty().get()) {
      input.give(viewModel::unlock);
    }
  }
}

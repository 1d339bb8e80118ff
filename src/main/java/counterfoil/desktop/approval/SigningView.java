package counterfoil.desktop.approval;

import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.desktop.kit.Texts;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** Stands in front of the screens while an act waits for a second person's signature. */
public final class SigningView {
  private final SigningViewModel signing;
  private final Texts texts;

  @FXML private StackPane root;
  @FXML private FlowPane conditions;
  @FXML private GridPane act;
  @FXML private TextField approver;
  @FXML private PasswordField password;
  @FXML private HBox problemLine;
  @FXML private Label problem;
  @FXML private Button sign;
  @FXML private Button queue;
  @FXML private Button back;

  public SigningView(SigningViewModel signing, Texts texts) {
    this.signing = signing;
    this.texts = texts;
  }

  /** What makes the controller. */
  public static Map<Class<?>, Supplier<?>> controllers(SigningViewModel signing, Texts texts) {
    return Map.of(SigningView.class, () -> new SigningView(signing, texts));
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    approver.textProperty().bindBidirectional(signing.approverProperty());
    approver.setOnAction(_ -> password.requestFocus());
    password.setOnAction(_ -> sign());
    sign.setOnAction(_ -> sign());
    queue.setOnAction(_ -> signing.queue());
    back.setOnAction(_ -> signing.goBack());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    signing.needProperty().when(inScene).subscribe(this::show);
    signing
        .problemProperty()
        .when(inScene)
        .subscribe(message -> {
          problem.setText(message.map(texts::text).orElse(""));
          problemLine.setVisible(message.isPresent());
          problemLine.setManaged(message.isPresent());
          password.setAccessibleHelp(message.map(texts::text).orElse(null));
        });
    signing
        .underWayProperty()
        .when(inScene)
        .subscribe(busy -> {
          sign.setDisable(busy);
          queue.setDisable(busy);
          sign.setText(texts.get(busy ? "approval.sign.under-way" : "approval.sign.sign"));
        });
  }

  private void show(Optional<ApprovalNeeded> need) {
    root.setVisible(need.isPresent());
    root.setManaged(need.isPresent());
    password.clear();
    need.ifPresent(needed -> {
      ActTextGrid.fill(act, needed.text(), texts.locale());
      conditions.getChildren().setAll(ActTextGrid.conditions(needed.conditions(), texts));
      Platform.runLater(approver::requestFocus);
    });
  }

  private void sign() {
    var typed = password.getText().toCharArray();
    password.clear();
    signing.sign(typed);
    (approver.getText().isBlank() ? approver : password).requestFocus();
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE) {
      signing.goBack();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      signing.queue();
      event.consume();
    }
  }
}

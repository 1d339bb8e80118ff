package counterfoil.desktop.signin;

import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.Texts;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Shows the door. */
public final class SignInView {
  /**
   * The ways out besides signing in.
   *
   * @param back to the lock of the person at the workstation; nothing where nobody is
   * @param elsewhere to the sample branch, or back from it
   */
  public record Ways(Optional<Runnable> back, Runnable elsewhere, Runnable quit) {}

  private final SignInViewModel viewModel;
  private final Texts texts;
  private final Ways ways;

  @FXML private VBox root;
  @FXML private Label branch;
  @FXML private Label practice;
  @FXML private HBox warning;
  @FXML private Label warningText;
  @FXML private TextField name;
  @FXML private Label nameProblem;
  @FXML private PasswordField password;
  @FXML private Label capitals;
  @FXML private Label passwordProblem;
  @FXML private TextField workstation;
  @FXML private Label workstationProblem;
  @FXML private Label problem;
  @FXML private Button enter;
  @FXML private Button back;
  @FXML private Button language;
  @FXML private Button elsewhere;
  @FXML private Button quit;

  public SignInView(SignInViewModel viewModel, Texts texts, Ways ways) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.ways = ways;
  }

  @FXML
  void initialize() {
    var place = viewModel.place();
    branch.setText(place.branch());
    show(practice, place.practice());
    show(warning, place.signedOut().isPresent());
    place.signedOut().ifPresent(who -> warningText.setText(texts.get("signin.signs-out", who)));
    name.textProperty().bindBidirectional(viewModel.nameProperty());
    workstation.textProperty().bindBidirectional(viewModel.workstationProperty());
    say(nameProblem, name, viewModel.nameProblemProperty());
    say(passwordProblem, password, viewModel.passwordProblemProperty());
    say(workstationProblem, workstation, viewModel.workstationProblemProperty());
    say(problem, problem, viewModel.gate().problemProperty());
    var input = new PasswordInput(password, capitals, viewModel::retype);
    var barred = viewModel.gate().barredProperty();
    enter.disableProperty().bind(barred);
    enter
        .textProperty()
        .bind(
            viewModel
                .gate()
                .tryingProperty()
                .map(now -> texts.get(now ? "signin.trying" : "signin.enter")));
    enter.setOnAction(_ -> signIn(input));
    onEnter(name, password::requestFocus);
    onEnter(password, () -> signIn(input));
    onEnter(workstation, () -> signIn(input));
    // What was pressed cannot keep the focus while it is disabled.
    barred.subscribe(now -> {
      if (!now && root.getScene() != null) {
        password.requestFocus();
      }
    });
    offerWays();
    root.sceneProperty()
        .subscribe(scene -> Optional.ofNullable(scene).ifPresent(_ -> first().requestFocus()));
  }

  private void offerWays() {
    show(back, ways.back().isPresent());
    ways.back().ifPresent(way -> back.setOnAction(_ -> way.run()));
    boolean alone = ways.back().isEmpty();
    show(elsewhere, alone);
    show(quit, alone);
    elsewhere.setText(
        texts.get(
            viewModel.place().practice() ? "shell.act.leave-practice" : "shell.act.practice"));
    elsewhere.setOnAction(_ -> ways.elsewhere().run());
    quit.setOnAction(_ -> ways.quit().run());
    boolean chinese = texts.locale().getLanguage().equals("zh");
    language.setOnAction(_ -> texts.use(chinese ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE));
    root.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            ways.back().ifPresent(Runnable::run);
          }
        });
  }

  private Node first() {
    return name.getText().isEmpty() ? name : password;
  }

  private void signIn(PasswordInput input) {
    if (viewModel.gate().barredProperty().get()) {
      return;
    }
    input.give(viewModel::signIn);
    if (viewModel.nameProblemProperty().get().isPresent()) {
      name.requestFocus();
    } else if (viewModel.passwordProblemProperty().get().isPresent()) {
      password.requestFocus();
    } else if (viewModel.workstationProblemProperty().get().isPresent()) {
      workstation.requestFocus();
    }
  }

  private static void onEnter(Node input, Runnable act) {
    input.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            act.run();
          }
        });
  }

  private void say(Label label, Node about, ObservableValue<Optional<Message>> why) {
    label.textProperty().bind(why.map(message -> message.map(texts::text).orElse("")));
    label.visibleProperty().bind(label.textProperty().isNotEmpty());
    label.managedProperty().bind(label.visibleProperty());
    why.subscribe(message -> {
      about.getStyleClass().remove("invalid");
      if (message.isPresent()) {
        about.getStyleClass().add("invalid");
      }
    });
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}

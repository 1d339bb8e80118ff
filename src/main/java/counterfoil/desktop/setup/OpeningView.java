package counterfoil.desktop.setup;

import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.LedgerPlace.Server;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.setup.OpeningViewModel.State;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Shows that a ledger is being opened, or why it could not be. */
public final class OpeningView {
  /** What opens faster than this needs no announcement. */
  private static final Duration MOMENT = Duration.millis(400);

  private final OpeningViewModel viewModel;
  private final Texts texts;
  private final FolderChoice folders;
  private final Runnable otherServer;
  private final Runnable quit;

  @FXML private VBox waiting;
  @FXML private ProgressBar progress;
  @FXML private VBox failed;
  @FXML private Label reason;
  @FXML private Button again;
  @FXML private Button elsewhere;
  @FXML private Button leave;

  /**
   * @param folders asks for another folder, where the ledger was to be in one
   * @param otherServer asks for another server or password, where it was to be on one
   */
  public OpeningView(
      OpeningViewModel viewModel,
      Texts texts,
      FolderChoice folders,
      Runnable otherServer,
      Runnable quit) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.folders = folders;
    this.otherServer = otherServer;
    this.quit = quit;
  }

  @FXML
  void initialize() {
    progress.progressProperty().bind(viewModel.progressProperty());
    again.setOnAction(_ -> viewModel.open());
    switch (viewModel.place()) {
      case Folder(var path) ->
          elsewhere.setOnAction(_ -> folders.choose(path).ifPresent(viewModel::open));
      case Server _ -> {
        elsewhere.setText(texts.get("setup.opening.other-server"));
        elsewhere.setOnAction(_ -> otherServer.run());
      }
    }
    leave.setOnAction(_ -> quit.run());
    waiting.setVisible(false);
    viewModel.stateProperty().subscribe(this::show);
  }

  private void show(State state) {
    switch (state) {
      case State.Working _ -> {
        failed.setVisible(false);
        announceLater();
      }
      case State.Failed failure -> {
        waiting.setVisible(false);
        reason.setText(texts.text(failure.message()));
        failed.setVisible(true);
        again.requestFocus();
      }
    }
  }

  private void announceLater() {
    var moment = new PauseTransition(MOMENT);
    moment.setOnFinished(
        _ -> waiting.setVisible(viewModel.stateProperty().get() instanceof State.Working));
    moment.play();
  }
}

package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Texts;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The evidence pack: where to write it, how far it is, where it lies. */
final class EvidenceView {
  private final EvidenceViewModel evidence;
  private final Texts texts;
  private final Function<Window, Dialogs> dialogs;

  @FXML private VBox root;
  @FXML private Button start;
  @FXML private HBox busy;
  @FXML private ProgressBar progress;
  @FXML private Label done;
  @FXML private Button cancel;
  @FXML private Label outcome;
  @FXML private Label problem;

  EvidenceView(EvidenceViewModel evidence, Texts texts, Function<Window, Dialogs> dialogs) {
    this.evidence = evidence;
    this.texts = texts;
    this.dialogs = dialogs;
  }

  @FXML
  void initialize() {
    start.setOnAction(_ ->
        dialogs
            .apply(root.getScene().getWindow())
            .save(evidence.suggestedName())
            .ifPresent(evidence::export));
    var line = new WorkLine(start, busy, progress, done, cancel, texts);
    line.listen(root, evidence::cancel);
    var inScene = Shown.inScene(root);
    evidence
        .shareProperty()
        .when(inScene)
        .subscribe(share -> line.show(share, evidence.whyNot().isEmpty()));
    Shown.follow(outcome, evidence.outcomeProperty(), inScene, texts);
    Shown.follow(problem, evidence.problemProperty(), inScene, texts);
    evidence
        .whyNot()
        .ifPresent(why -> {
          problem.setText(texts.text(why));
          Shown.visible(problem, true);
        });
  }
}

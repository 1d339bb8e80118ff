package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.eventstore.Finding;
import counterfoil.projection.SignatureAudit.Extent;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The proof of the whole ledger: how much of it, how far it is, and what it found. */
final class VerifyView {
  private final VerifyViewModel verifying;
  private final Texts texts;
  private final Figures figures;
  private final Navigation navigation;

  @FXML private VBox root;
  @FXML private RadioButton all;
  @FXML private RadioButton sample;
  @FXML private Button start;
  @FXML private HBox busy;
  @FXML private ProgressBar progress;
  @FXML private Label done;
  @FXML private Button cancel;
  @FXML private Label problem;
  @FXML private VBox result;
  @FXML private Label verdict;
  @FXML private Label speed;
  @FXML private Label ledgerRoot;
  @FXML private TableView<Finding> findings;
  @FXML private TableColumn<Finding, Long> entry;
  @FXML private TableColumn<Finding, String> what;

  VerifyView(VerifyViewModel verifying, Texts texts, Figures figures, Navigation navigation) {
    this.verifying = verifying;
    this.texts = texts;
    this.figures = figures;
    this.navigation = navigation;
  }

  @FXML
  void initialize() {
    var group = new ToggleGroup();
    all.setToggleGroup(group);
    sample.setToggleGroup(group);
    (verifying.extentProperty().get() == Extent.ALL ? all : sample).setSelected(true);
    all.setOnAction(_ -> verifying.extentProperty().set(Extent.ALL));
    sample.setOnAction(_ -> verifying.extentProperty().set(Extent.SAMPLE));
    start.setOnAction(_ -> verifying.start());
    start.setDisable(verifying.whyNot().isPresent());
    var cells = new Cells(figures);
    cells.count(entry, Finding::position, "amount", "muted");
    cells.text(what, finding -> texts.text(FindingWords.of(finding)));
    findings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    findings.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    findings.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    var line = new WorkLine(start, busy, progress, done, cancel, texts);
    line.listen(root, verifying::cancel);
    var inScene = Shown.inScene(root);
    verifying
        .shareProperty()
        .when(inScene)
        .subscribe(share -> line.show(share, verifying.whyNot().isEmpty()));
    verifying.verifiedProperty().when(inScene).subscribe(this::showVerified);
    Shown.follow(problem, verifying.problemProperty(), inScene, texts);
    if (verifying.whyNot().isPresent()) {
      problem.setText(texts.text(verifying.whyNot().get()));
      Shown.visible(problem, true);
    }
  }

  private void showVerified(Optional<Verified> last) {
    Shown.visible(result, last.isPresent());
    findings.getItems().clear();
    last.ifPresent(run -> {
      var outcome = run.outcome();
      boolean intact = outcome.intact();
      verdict.getStyleClass().removeAll("good", "bad");
      verdict.getStyleClass().add(intact ? "good" : "bad");
      verdict.setText(
          intact
              ? texts.get("integrity.verify.intact", outcome.entries(), outcome.signatures())
              : texts.get("integrity.verify.broken", outcome.findings().size()));
      speed.setText(
          texts.get(
              run.extent() == Extent.ALL
                  ? "integrity.verify.speed.all"
                  : "integrity.verify.speed.sample",
              outcome.entries(),
              run.seconds(),
              run.speed(),
              outcome.signatures()));
      ledgerRoot.setText(outcome.root());
      findings.getItems().setAll(outcome.findings());
      Shown.visible(findings, !intact);
    });
  }

  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      open();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      open();
    }
  }

  private void open() {
    Optional.ofNullable(findings.getSelectionModel().getSelectedItem())
        .filter(finding -> finding.position() > 0)
        .ifPresent(finding -> navigation.openEntry(finding.position()));
  }
}

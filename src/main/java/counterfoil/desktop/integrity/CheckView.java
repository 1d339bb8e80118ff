package counterfoil.desktop.integrity;

import counterfoil.application.notary.Examination.Valid;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.shell.Navigation;
import counterfoil.projection.EntrySignature;
import counterfoil.proof.VerifierKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** A proof that somebody brings, and what it proves. */
final class CheckView {
  private final CheckViewModel checking;
  private final Texts texts;
  private final Figures figures;
  private final Navigation navigation;
  private final Function<Window, Dialogs> dialogs;

  @FXML private VBox root;
  @FXML private TextArea proof;
  @FXML private Button check;
  @FXML private Button open;
  @FXML private Label problem;
  @FXML private VBox result;
  @FXML private Label verdict;
  @FXML private Label why;
  @FXML private GridPane fields;
  @FXML private Button timeline;

  CheckView(
      CheckViewModel checking,
      Texts texts,
      Figures figures,
      Navigation navigation,
      Function<Window, Dialogs> dialogs) {
    this.checking = checking;
    this.texts = texts;
    this.figures = figures;
    this.navigation = navigation;
    this.dialogs = dialogs;
  }

  @FXML
  void initialize() {
    proof.textProperty().bindBidirectional(checking.proofProperty());
    proof.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    check.setOnAction(_ -> checking.check());
    open.setOnAction(
        _ -> dialogs.apply(root.getScene().getWindow()).proof().ifPresent(checking::open));
    timeline.setOnAction(
        _ -> held().ifPresent(valid -> navigation.openEntry(valid.entry().position())));
    for (var node : List.of(proof, check, open)) {
      node.setDisable(checking.whyNot().isPresent());
    }
    var inScene = Shown.inScene(root);
    checking.verdictProperty().when(inScene).subscribe(this::show);
    Shown.follow(problem, checking.problemProperty(), inScene, texts);
    checking
        .whyNot()
        .ifPresent(reason -> {
          problem.setText(texts.text(reason));
          Shown.visible(problem, true);
        });
  }

  /** No proof has tabs, and without a mouse they lead out of the field. */
  private void pressed(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB) {
      event.consume();
      (event.isShiftDown() ? root.getScene().lookup("#integrity-go-check") : check).requestFocus();
    } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
      event.consume();
      checking.check();
    }
  }

  private Optional<Valid> held() {
    return checking
        .verdictProperty()
        .get()
        .flatMap(now ->
            now instanceof Verdict.Holds(var valid, _) ? Optional.of(valid) : Optional.empty());
  }

  private void show(Optional<Verdict> now) {
    Shown.visible(result, now.isPresent());
    fields.getChildren().clear();
    verdict.getStyleClass().removeAll("good", "bad");
    now.ifPresent(judged -> {
      switch (judged) {
        case Verdict.Holds(var valid, var signature) -> showHeld(valid, signature);
        case Verdict.Fails(var reason) -> {
          verdict.getStyleClass().add("bad");
          verdict.setText(texts.get("integrity.check.invalid"));
          why.setText(texts.text(VerdictWords.why(reason)));
        }
      }
      Shown.visible(timeline, judged instanceof Verdict.Holds && navigation.has("timeline"));
    });
  }

  private void showHeld(Valid valid, EntrySignature signature) {
    var entry = valid.entry();
    var made = entry.provenance();
    verdict.getStyleClass().add("good");
    verdict.setText(
        texts.get("integrity.check.valid", entry.position(), valid.checkpoint().origin()));
    why.setText(
        texts.get(
            valid.contentShown()
                ? "integrity.check.valid.content"
                : "integrity.check.valid.envelope"));
    field("what", event(entry.type().name()));
    field("when", figures.moment(entry.recordedAt()));
    field("who", made.actor());
    field("where", texts.get("integrity.check.at", made.workstation(), made.branch()));
    field("signature", signature(signature, made.actor()));
    field(
        "checkpoint",
        texts.get(
            "integrity.check.checkpoint",
            valid.checkpoint().tree().size(),
            valid.signers().stream().map(VerifierKey::idHex).collect(Collectors.joining(", "))));
  }

  private String event(String type) {
    var key = "event." + type;
    return texts.bundle().containsKey(key) ? texts.get(key) : type;
  }

  private String signature(EntrySignature signature, String actor) {
    return switch (signature) {
      case EntrySignature.SignedWith(var key) ->
          texts.get("integrity.signed-by", actor, key.text());
      case EntrySignature.Unsigned _ -> texts.get("integrity.unsigned");
      case EntrySignature.Unfit _ -> texts.get("integrity.signature.unfit");
    };
  }

  private void field(String name, String value) {
    var label = new Label(texts.get("integrity.check.field." + name));
    label.getStyleClass().add("muted");
    label.setMinWidth(GridPane.USE_PREF_SIZE);
    var text = new Label(value);
    text.setId("integrity-check-" + name);
    text.setWrapText(true);
    fields.addRow(fields.getRowCount(), label, text);
  }
}

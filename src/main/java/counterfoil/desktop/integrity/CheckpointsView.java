package counterfoil.desktop.integrity;

import counterfoil.desktop.integrity.Standing.Outside;
import counterfoil.desktop.kit.Cells;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/** The checkpoints kept beside the ledger, and the folders that they go to besides. */
final class CheckpointsView {
  private final CheckpointsViewModel checkpoints;
  private final Texts texts;
  private final Figures figures;
  private final Function<Window, Dialogs> dialogs;

  @FXML private VBox root;
  @FXML private TableView<CheckpointLine> table;
  @FXML private TableColumn<CheckpointLine, Long> entries;
  @FXML private TableColumn<CheckpointLine, String> upTo;
  @FXML private TableColumn<CheckpointLine, String> ledgerRoot;
  @FXML private TableColumn<CheckpointLine, String> keys;
  @FXML private Button sign;
  @FXML private Button save;
  @FXML private Label problem;
  @FXML private Label outcome;
  @FXML private Label doubtful;
  @FXML private VBox folders;
  @FXML private Button keepIn;

  CheckpointsView(
      CheckpointsViewModel checkpoints,
      Texts texts,
      Figures figures,
      Function<Window, Dialogs> dialogs) {
    this.checkpoints = checkpoints;
    this.texts = texts;
    this.figures = figures;
    this.dialogs = dialogs;
  }

  @FXML
  void initialize() {
    var cells = new Cells(figures);
    cells.count(entries, CheckpointLine::entries, "amount");
    cells.text(
        upTo,
        line -> line.upTo().map(figures::moment).orElseGet(() -> texts.get("integrity.not-here")),
        "muted");
    cells.text(ledgerRoot, CheckpointLine::root, "mono", "muted");
    cells.text(keys, line -> String.join(", ", line.keys()), "mono");
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    var none = new Label(texts.get("integrity.checkpoints.none"));
    none.setWrapText(true);
    table.setPlaceholder(none);
    table.getSelectionModel().selectedItemProperty().subscribe(_ -> showButtons());
    sign.setOnAction(_ -> checkpoints.sign());
    save.setOnAction(_ -> save());
    keepIn.setOnAction(_ -> dialogs().folder().ifPresent(checkpoints::keepIn));
    var inScene = Shown.inScene(root);
    checkpoints.standingProperty().when(inScene).subscribe(this::show);
    Shown.follow(outcome, checkpoints.outcomeProperty(), inScene, texts);
    Shown.follow(problem, checkpoints.problemProperty(), inScene, texts);
    checkpoints
        .whyNot()
        .ifPresent(why -> {
          problem.setText(texts.text(why));
          Shown.visible(problem, true);
        });
    showButtons();
  }

  private Dialogs dialogs() {
    return dialogs.apply(root.getScene().getWindow());
  }

  private Optional<CheckpointLine> chosen() {
    return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
  }

  private void showButtons() {
    boolean off = checkpoints.whyNot().isPresent();
    sign.setDisable(off);
    keepIn.setDisable(off);
    save.setDisable(off || chosen().isEmpty());
  }

  private void save() {
    chosen()
        .ifPresent(line ->
            dialogs()
                .save("checkpoint-" + line.entries() + ".txt")
                .ifPresent(file -> checkpoints.save(line, file)));
  }

  private void show(Optional<Standing> standing) {
    standing.ifPresent(now -> {
      var before = chosen();
      if (!table.getItems().equals(now.checkpoints())) {
        table.getItems().setAll(now.checkpoints());
        before.ifPresent(table.getSelectionModel()::select);
      }
      doubtful.setText(texts.get("integrity.checkpoints.doubtful", now.doubtful()));
      Shown.visible(doubtful, now.doubtful() > 0);
      folders.getChildren().setAll(now.outside().stream().map(this::folder).toList());
      if (now.outside().isEmpty()) {
        var text = new Label(texts.get("integrity.outside.why"));
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        folders.getChildren().add(text);
      }
      showButtons();
    });
  }

  private Node folder(Outside outside) {
    var path = new Label(outside.folder().toString());
    path.getStyleClass().add("mono");
    path.setMinWidth(0);
    var state =
        new Label(
            texts.get(outside.reached() ? "integrity.outside.here" : "integrity.outside.away"));
    state.getStyleClass().addAll("chip", outside.reached() ? "chip-ok" : "chip-warn");
    state.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var remove = new Button(texts.get("integrity.outside.remove"));
    remove.getStyleClass().add("small");
    remove.setMinWidth(Region.USE_PREF_SIZE);
    remove.setAccessibleText(texts.get("integrity.outside.remove.one", outside.folder()));
    remove.setOnAction(_ -> checkpoints.keepNoLongerIn(outside.folder()));
    var line = new HBox(path, state, space, remove);
    line.getStyleClass().add("beside");
    return line;
  }
}

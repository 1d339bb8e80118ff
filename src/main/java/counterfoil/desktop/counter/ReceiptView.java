package counterfoil.desktop.counter;

import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.paper.FileChoice;
import counterfoil.desktop.paper.PageNodes;
import counterfoil.desktop.paper.PaperView;
import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;

/** The receipt of the last act in front of the counter, until it is put away. */
public final class ReceiptView {
  private final Receipts receipts;
  private final Runnable whenClosed;
  private final Texts texts;

  @FXML private StackPane root;

  /**
   * @param whenClosed gives the cursor back to the form
   */
  ReceiptView(Receipts receipts, Runnable whenClosed, Texts texts) {
    this.receipts = receipts;
    this.whenClosed = whenClosed;
    this.texts = texts;
  }

  @FXML
  void initialize() {
    var inScene = root.sceneProperty().map(_ -> true).orElse(false);
    receipts.shownProperty().when(inScene).subscribe(this::show);
  }

  private void show(Optional<Receipts.Shown> receipt) {
    root.setVisible(receipt.isPresent());
    root.setManaged(receipt.isPresent());
    root.getChildren().clear();
    receipt.ifPresent(shown -> {
      FileChoice files = this::choose;
      var views =
          new Views(
              texts,
              Map.of(
                  PaperView.class,
                  () ->
                      new PaperView(
                          shown.paper(), new PageNodes(shown.faces()), texts, files, this::close)));
      var pane = views.load(PaperView.class);
      pane.getStyleClass().addAll("card", "receipt-pane");
      root.getChildren().add(pane);
      Platform.runLater(() ->
          Optional.ofNullable(pane.lookup("#paper-print")).ifPresent(node -> node.requestFocus()));
    });
  }

  private void close() {
    receipts.close();
    whenClosed.run();
  }

  private Optional<Path> choose(String suggestedName) {
    var chooser = new FileChooser();
    chooser.setInitialFileName(suggestedName);
    return Optional.ofNullable(chooser.showSaveDialog(root.getScene().getWindow()))
        .map(File::toPath);
  }
}

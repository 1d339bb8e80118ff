package counterfoil.desktop.paper;

import counterfoil.desktop.kit.Texts;
import javafx.fxml.FXML;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/** A paper as it will be printed, a page at a time. */
public final class PaperView {
  private final PaperViewModel viewModel;
  private final PageNodes nodes;
  private final Texts texts;
  private final FileChoice files;
  private final Runnable leave;

  @FXML private VBox root;
  @FXML private Label title;
  @FXML private Label page;
  @FXML private Label outcome;
  @FXML private Button previous;
  @FXML private Button next;
  @FXML private Button smaller;
  @FXML private Button larger;
  @FXML private Button print;
  @FXML private Button save;
  @FXML private Button close;
  @FXML private ScrollPane scroll;
  @FXML private StackPane desk;

  /**
   * @param leave takes the preview off the screen
   */
  public PaperView(
      PaperViewModel viewModel, PageNodes nodes, Texts texts, FileChoice files, Runnable leave) {
    this.viewModel = viewModel;
    this.nodes = nodes;
    this.texts = texts;
    this.files = files;
    this.leave = leave;
  }

  @FXML
  void initialize() {
    previous.setOnAction(_ -> viewModel.turn(-1));
    next.setOnAction(_ -> viewModel.turn(1));
    smaller.setOnAction(_ -> viewModel.zoom(-1));
    larger.setOnAction(_ -> viewModel.zoom(1));
    print.setOnAction(_ -> viewModel.print());
    save.setOnAction(_ -> save());
    close.setOnAction(_ -> leave.run());
    print.disableProperty().bind(viewModel.busyProperty());
    save.disableProperty().bind(viewModel.busyProperty());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    viewModel.pageProperty().subscribe(_ -> showPage());
    viewModel.paperProperty().subscribe(_ -> showPage());
    viewModel
        .outProperty()
        .subscribe(out -> {
          print.setText(texts.get(out ? "paper.print.copy" : "paper.print"));
          save.setText(texts.get(out ? "paper.save.copy" : "paper.save"));
        });
    viewModel.zoomProperty().subscribe(_ -> showPage());
    viewModel
        .outcomeProperty()
        .subscribe(message -> outcome.setText(message.map(texts::text).orElse("")));
  }

  private void showPage() {
    title.setText(viewModel.paper().title());
    var pages = viewModel.paper().pages();
    int index = viewModel.pageProperty().get();
    double zoom = viewModel.zoomProperty().get();
    var drawn = nodes.draw(pages.get(index));
    drawn.getTransforms().add(new Scale(zoom, zoom));
    // A group is as large as what is drawn in it, scaled; the page alone would be laid out
    // unscaled.
    var sheet = new Group(drawn);
    sheet.getStyleClass().add("paper-sheet");
    desk.getChildren().setAll(sheet);
    page.setText(texts.get("paper.page", index + 1, pages.size()));
    previous.setDisable(index == 0);
    next.setDisable(index == pages.size() - 1);
    scroll.setVvalue(0);
  }

  private void save() {
    // What a paper is called may hold signs that no file name has.
    var name = viewModel.paper().title().replaceAll("[^\\p{L}\\p{N}.-]+", " ").strip() + ".pdf";
    files.choose(name).ifPresent(viewModel::save);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> leave.run();
      case PAGE_UP -> viewModel.turn(-1);
      case PAGE_DOWN -> viewModel.turn(1);
      default -> {
        return;
      }
    }
    event.consume();
  }
}

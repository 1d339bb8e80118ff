package counterfoil.desktop;

import counterfoil.desktop.WorkstationSettings.Bounds;
import counterfoil.desktop.kit.Texts;
import counterfoil.eventstore.Charter;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/** The one window: keeps its place, its title, and the focus when the language changes. */
final class DesktopWindow {
  static final KeyCombination QUIT = KeyCombination.valueOf("Shortcut+Q");

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 1000;
  private static final double MIN_HEIGHT = 620;
  private static final int[] ICON_SIZES = {16, 24, 32, 48, 64, 128, 256};

  private final Stage stage;
  private final Texts texts;
  private final StackPane frame = new StackPane();
  private Supplier<Parent> content = StackPane::new;
  private Optional<Cover> cover = Optional.empty();
  private Optional<Charter> charter = Optional.empty();

  DesktopWindow(Stage stage, Texts texts, Optional<Bounds> before) {
    this.stage = stage;
    this.texts = texts;
    stage.setScene(new Scene(frame));
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    IntStream.of(ICON_SIZES).mapToObj(DesktopWindow::icon).forEach(stage.getIcons()::add);
    place(before.filter(DesktopWindow::onScreen));
    texts.localeProperty().addListener((_, _, _) -> reload());
  }

  private static Image icon(int size) {
    var name = "kit/icons/counterfoil-" + size + ".png";
    var stream = DesktopWindow.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is missing");
    }
    return new Image(stream);
  }

  private static boolean onScreen(Bounds bounds) {
    return !Screen.getScreensForRectangle(bounds.x(), bounds.y(), bounds.width(), bounds.height())
        .isEmpty();
  }

  private void place(Optional<Bounds> bounds) {
    if (bounds.isPresent()) {
      var before = bounds.get();
      stage.setX(before.x());
      stage.setY(before.y());
      stage.setWidth(before.width());
      stage.setHeight(before.height());
      stage.setMaximized(before.maximized());
    } else {
      Rectangle2D room = Screen.getPrimary().getVisualBounds();
      stage.setWidth(Math.min(WIDTH, room.getWidth()));
      stage.setHeight(Math.min(HEIGHT, room.getHeight()));
    }
  }

  /** Shows what {@code newContent} loads, and loads it again when the language changes. */
  void put(Supplier<Parent> newContent, Optional<Charter> ledger) {
    cover = Optional.empty();
    content = newContent;
    charter = ledger;
    frame.getChildren().setAll(content.get());
    entitle();
  }

  /**
   * Takes everything out of the window, whose other windows are shut, and shows {@code over}
   * instead: what was there can neither be seen, nor read out, nor reached by keys. {@link
   * #uncover} brings the very same back.
   */
  void cover(Supplier<Parent> over) {
    if (cover.isEmpty()) {
      List.copyOf(Window.getWindows()).stream()
          .filter(window -> !window.equals(stage))
          .forEach(Window::hide);
    }
    var below = cover.map(Cover::below).orElseGet(this::below);
    cover = Optional.of(new Cover(over, below));
    frame.getChildren().setAll(over.get());
  }

  private Below below() {
    return new Below(
        List.copyOf(frame.getChildren()),
        Optional.ofNullable(stage.getScene().getFocusOwner()).map(Focus::of),
        texts.locale());
  }

  /** What was covered comes back, with the cursor where it was. */
  void uncover() {
    var below = cover.map(Cover::below);
    cover = Optional.empty();
    below.ifPresent(before -> {
      boolean sameLanguage = before.language().equals(texts.locale());
      frame.getChildren().setAll(sameLanguage ? before.nodes() : List.of(content.get()));
      entitle();
      refocus(before.focus());
    });
  }

  private void reload() {
    var focused = Optional.ofNullable(stage.getScene().getFocusOwner()).map(Focus::of);
    frame.getChildren().setAll(cover.map(Cover::shown).orElse(content).get());
    entitle();
    refocus(focused);
  }

  private void refocus(Optional<Focus> focused) {
    frame.applyCss();
    frame.layout();
    focused.ifPresent(before -> before.restore(frame));
  }

  private void entitle() {
    stage.setTitle(
        charter
            .map(ledger ->
                ledger.practice()
                    ? texts.get("shell.window.practice", ledger.branch())
                    : texts.get("shell.window.branch", ledger.branch()))
            .orElse(texts.get("shell.window")));
  }

  void show() {
    stage.show();
  }

  void close() {
    stage.hide();
  }

  void whenAskedToClose(Runnable handler) {
    stage.setOnCloseRequest(event -> {
      event.consume();
      handler.run();
    });
    stage.getScene().getAccelerators().put(QUIT, handler);
  }

  void whenClosed(Runnable handler) {
    stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> handler.run());
  }

  Bounds bounds() {
    return new Bounds(
        stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
  }

  boolean covered() {
    return cover.isPresent();
  }

  Optional<Path> chooseFolder(Path startingAt) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(texts.get("setup.opening.choose"));
    if (Files.isDirectory(startingAt)) {
      chooser.setInitialDirectory(startingAt.toFile());
    }
    return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
  }

  /** What is shown over everything else, and what is not shown meanwhile. */
  private record Cover(Supplier<Parent> shown, Below below) {}

  private record Below(List<Node> nodes, Optional<Focus> focus, Locale language) {}

  /** Where the person was: the same field, the same place in its text. */
  private record Focus(String id, Class<?> kind, int anchor, int caret) {
    static Focus of(Node owner) {
      var id = Optional.ofNullable(owner.getId()).orElse("");
      return owner instanceof TextInputControl input
          ? new Focus(id, owner.getClass(), input.getAnchor(), input.getCaretPosition())
          : new Focus(id, owner.getClass(), 0, 0);
    }

    /** A table's header has the id of its column: a field of the same name is told by its kind. */
    void restore(Parent within) {
      if (!id.isEmpty()) {
        within.lookupAll("#" + id).stream()
            .filter(kind::isInstance)
            .findFirst()
            .ifPresent(this::focus);
      }
    }

    private void focus(Node again) {
      again.requestFocus();
      if (again instanceof TextInputControl input) {
        input.selectRange(anchor, caret);
      }
    }
  }
}

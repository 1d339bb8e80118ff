package counterfoil.desktop;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person at a window: sees, types and clicks, on a screen that does not exist. */
public final class Robot implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  /** One for all tests: each window remembers the robot that was made last before it was shown. */
  private static final FxRobot HANDS = new FxRobot();

  private final FxRobot robot = HANDS;
  private final Stage stage;

  /**
   * @param fill puts something on the stage and shows it
   */
  public Robot(Consumer<Stage> fill) {
    startToolkit();
    stage =
        onScreen(() -> {
          var made = new Stage();
          fill.accept(made);
          return made;
        });
    robot.targetWindow(stage);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Starts the toolkit for all tests of this process, unless it runs. */
  public static void startToolkit() {
    try {
      Platform.startup(() -> Platform.setImplicitExit(false));
    } catch (IllegalStateException alreadyRunning) {
      Platform.setImplicitExit(false);
    }
  }

  /** Does something on the screen's thread and waits for it. */
  public static <T> T onScreen(Supplier<T> work) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, work::get);
  }

  public Stage stage() {
    return stage;
  }

  /** Presses keys together: modifiers first. */
  public void press(KeyCode... keys) {
    var keyboard = robot.robotContext().getKeyboardRobot();
    keyboard.pressNoWait(keys);
    keyboard.releaseNoWait(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types as fast as nobody can: only what may move the cursor is waited for. */
  public void type(String text) {
    var keyboard = robot.robotContext().getBaseRobot();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      keyboard.typeKeyboard(
          stage.getScene(), c == '\n' ? KeyCode.ENTER : KeyCode.UNDEFINED, String.valueOf(c));
      if (c == '\n') {
        WaitForAsyncUtils.waitForFxEvents();
      }
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  public void click(String id) {
    // What has just been shown may still move to its place.
    WaitForAsyncUtils.waitForFxEvents();
    try {
      robot.clickOn("#" + id);
    } catch (RuntimeException _) {
      // It was exchanged while it was being looked for: the one that took its place will do.
      untilShown(id);
      robot.clickOn("#" + id);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Clicks what has no name, such as the row of a table. */
  public void click(Node node) {
    robot.clickOn(node);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something is so. */
  public void until(String what, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(() -> holds(condition)));
    } catch (TimeoutException e) {
      throw new AssertionError("in vain waited until " + what + "; focus: " + focused(), e);
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception | AssertionError e) {
      return false;
    }
  }

  public void untilShown(String id) {
    until("#" + id + " is shown", () -> visible(id));
  }

  public void untilText(String id, String text) {
    until("#" + id + " says " + text, () -> read(id).contains(text));
  }

  public void untilFocused(String id) {
    until("#" + id + " has the focus", () -> focused().equals(id));
  }

  public boolean visible(String id) {
    if (stage.getScene().lookup("#" + id) == null) {
      return false;
    }
    for (var at = node(id); at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  public boolean shows(String id) {
    return onScreen(() -> visible(id));
  }

  /** What a label, a button or a field says. */
  public String text(String id) {
    return onScreen(() -> read(id));
  }

  private String read(String id) {
    return switch (node(id)) {
      case TextInputControl input -> input.getText();
      case Labeled labeled when !labeled.getText().isEmpty() -> labeled.getText();
      case Node other -> Optional.ofNullable(other.getAccessibleText()).orElse("");
    };
  }

  /** A field, a button or a label before anything else of that id, such as a table's header. */
  public Node node(String id) {
    var found = stage.getScene().getRoot().lookupAll("#" + id);
    return found.stream()
        .filter(Control.class::isInstance)
        .findFirst()
        .or(() -> found.stream().findFirst())
        .orElseThrow(() -> new AssertionError("there is no #" + id));
  }

  /** The id of what has the focus; empty for none. */
  public String focused() {
    var owner = onScreen(() -> Optional.ofNullable(stage.getScene().getFocusOwner()));
    return owner.map(Node::getId).orElse("");
  }

  @Override
  public void close() {
    onScreen(() -> {
      stage.setOnCloseRequest(null);
      List.copyOf(Window.getWindows()).forEach(Window::hide);
      return true;
    });
  }
}

package counterfoil.desktop;

import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.collections.ListChangeListener;
import javafx.event.EventHandler;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;

/** Hears of every key and every move of the mouse, in all windows of the program. */
final class Touches implements AutoCloseable {
  private final EventHandler<InputEvent> touched;
  private final ListChangeListener<Window> windows = this::follow;
  private final Set<Window> followed = new HashSet<>();

  /**
   * @param tooLate called with each; where it says so, the event goes nowhere
   */
  Touches(BooleanSupplier tooLate) {
    touched =
        event -> {
          if (tooLate.getAsBoolean()) {
            event.consume();
          }
        };
    Window.getWindows().forEach(this::follow);
    Window.getWindows().addListener(windows);
  }

  private void follow(ListChangeListener.Change<? extends Window> change) {
    while (change.next()) {
      change.getAddedSubList().forEach(this::follow);
      change.getRemoved().forEach(this::leave);
    }
  }

  private void follow(Window window) {
    if (followed.add(window)) {
      window.addEventFilter(InputEvent.ANY, touched);
    }
  }

  private void leave(Window window) {
    followed.remove(window);
    window.removeEventFilter(InputEvent.ANY, touched);
  }

  @Override
  public void close() {
    Window.getWindows().removeListener(windows);
    Set.copyOf(followed).forEach(this::leave);
  }
}

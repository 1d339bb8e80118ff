package counterfoil.desktop.timeline;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * The keys of the whole screen: Space plays and pauses, arrows step, Home and End go to the ends.
 * They are not among the screen's actions, because there they would also be heard while someone
 * types. Whatever else is touched pauses: who touches something wants to look at it, and playing on
 * would take it away.
 */
final class TimelineKeys {
  private final TimelineViewModel timeline;
  private final List<Node> exempt;

  private TimelineKeys(TimelineViewModel timeline, List<Node> exempt) {
    this.timeline = timeline;
    this.exempt = exempt;
  }

  /**
   * @param exempt what may be touched without pausing
   */
  static void install(Node root, TimelineViewModel timeline, Node... exempt) {
    var keys = new TimelineKeys(timeline, List.of(exempt));
    root.addEventFilter(KeyEvent.KEY_PRESSED, keys::keyPressed);
    root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> keys.touched(event.getTarget()));
    root.addEventFilter(ScrollEvent.SCROLL, event -> keys.touched(event.getTarget()));
  }

  private void touched(Object target) {
    if (exempt.stream().noneMatch(node -> within(target, node))) {
      timeline.pause();
    }
  }

  private void keyPressed(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
    if (plain && !(event.getTarget() instanceof TextInputControl) && carriedOut(event)) {
      event.consume();
    } else if (!event.getCode().isModifierKey()) {
      touched(event.getTarget());
    }
  }

  /** Space presses a button that has the focus; Home and End belong to a table that has it. */
  private boolean carriedOut(KeyEvent event) {
    boolean free =
        switch (event.getCode()) {
          case SPACE -> !(event.getTarget() instanceof ButtonBase);
          case HOME, END -> !(event.getTarget() instanceof TableView);
          default -> true;
        };
    if (free) {
      switch (event.getCode()) {
        case SPACE -> timeline.playOrPause();
        case LEFT -> timeline.step(-1);
        case RIGHT -> timeline.step(1);
        case HOME -> timeline.first();
        case END -> timeline.live();
        default -> free = false;
      }
    }
    return free;
  }

  private static boolean within(Object target, Node ancestor) {
    for (var node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
      if (node.equals(ancestor)) {
        return true;
      }
    }
    return false;
  }
}

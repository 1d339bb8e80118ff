package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.TAB;

import counterfoil.application.DataFolder;
import counterfoil.application.Ledgers;
import counterfoil.desktop.Desktop;
import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.domain.staff.StaffName;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;

/** A window in the branch that people sign in at, one after the other. */
final class Workstation implements AutoCloseable {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final int MOST_TABS = 80;

  private final Robot robot;
  private final String password;
  private Optional<StaffName> inside = Optional.empty();

  /**
   * @param folder of its own, for what it remembers
   * @param password of everybody
   */
  Workstation(String name, Ledgers ledgers, Path folder, InstantSource clock, String password) {
    this.password = password;
    robot =
        new Robot(stage -> {
          new Desktop(
                  ledgers,
                  (_, _, _, _) -> {},
                  new VirtualThreads(),
                  new Desktop.Surroundings(
                      new DataFolder(folder), Optional.empty(), clock, ZoneOffset.UTC, "", name))
              .show(stage);
          stage.setWidth(WIDTH);
          stage.setHeight(HEIGHT);
        });
  }

  Robot robot() {
    return robot;
  }

  /** Somebody sits down here; whoever was here before is locked out first and then signed out. */
  void seat(StaffName who) {
    if (inside.filter(who::equals).isPresent()) {
      unlock();
      return;
    }
    if (inside.isPresent()) {
      robot.press(CONTROL, L);
      robot.untilFocused("lock-password");
      robot.click("lock-other");
    }
    robot.untilShown("signin-name");
    robot.click("signin-name");
    robot.press(CONTROL, A);
    robot.type(who.value() + "\n");
    robot.untilFocused("signin-password");
    robot.type(password + "\n");
    robot.untilShown("actor-chip");
    inside = Optional.of(who);
  }

  /** Nobody had touched it for a while: it asks who is there. */
  private void unlock() {
    if (Robot.onScreen(() -> robot.visible("lock-password"))) {
      robot.untilFocused("lock-password");
      robot.type(password + "\n");
      robot.untilShown("actor-chip");
    }
  }

  /** Goes to a screen by the rail. */
  void go(String screen) {
    // The hours between two steps pass at once: the workstation may lock itself at any moment.
    try {
      robot.click("rail-" + screen);
    } catch (AssertionError e) {
      if (!Robot.onScreen(() -> robot.visible("lock-password"))) {
        throw e;
      }
      unlock();
      robot.click("rail-" + screen);
    }
    robot.until(
        screen + " is in front", () -> robot.node("rail-" + screen).getStyleClass().contains("on"));
  }

  /** Types over whatever stands in a field. */
  void fill(String field, String text) {
    robot.click(field);
    robot.press(CONTROL, A);
    robot.type(text);
  }

  /** Goes on with Tab until a field has the cursor, which brings it into sight. */
  void tabTo(String field) {
    for (int i = 0; i < MOST_TABS && !robot.focused().equals(field); i++) {
      robot.press(TAB);
    }
    robot.untilFocused(field);
  }

  @Override
  public void close() {
    robot.close();
  }
}

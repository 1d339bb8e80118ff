package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.UP;

import counterfoil.desktop.Robot;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.text.Text;

/** The papers: asked for, and read on the screen. */
final class ReportsPage {
  private final Workstation at;
  private final Robot robot;

  ReportsPage(Workstation at) {
    this.at = at;
    this.robot = at.robot();
  }

  /**
   * Shows a paper.
   *
   * @param kind as the ids of its button have it
   */
  void show(String kind) {
    at.go("reports");
    robot.click("reports-" + kind);
    robot.until("a date is there", () -> robot.node("reports-explained").isVisible());
    make();
  }

  private void make() {
    robot.until("papers can be made", () -> !robot.node("reports-show").isDisabled());
    robot.click("reports-show");
    robot.untilShown("paper-title");
  }

  /** Shows the proof sheet of a till session. */
  void proof(String session) {
    at.go("reports");
    robot.click("reports-proof-sheet");
    var sessions = (ComboBox<?>) robot.node("reports-session");
    robot.until("the sessions are known", () -> sessions.getItems().contains(session));
    int steps =
        Robot.onScreen(() -> {
          sessions.requestFocus();
          return sessions.getItems().indexOf(session)
              - sessions.getSelectionModel().getSelectedIndex();
        });
    for (int i = 0; i < Math.abs(steps); i++) {
      robot.press(steps > 0 ? DOWN : UP);
    }
    robot.until("it is chosen", () -> session.equals(sessions.getValue()));
    make();
  }

  /** Shows the receipt of an entry. */
  void receipt(long position) {
    at.go("reports");
    robot.click("reports-receipt");
    at.fill("reports-entry", String.valueOf(position));
    make();
  }

  /** What stands on the first page, in the order of writing. */
  String words() {
    return Robot.onScreen(() ->
        robot.node("paper-scroll").lookupAll(".paper-sheet").stream()
            .flatMap(sheet -> sheet.lookupAll("*").stream())
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .collect(Collectors.joining()));
  }
}

package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;

import counterfoil.desktop.Robot;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.till.TillId;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;

/** The till and the vault, with the business day beside them. */
final class TillPage {
  private final Workstation at;
  private final Robot robot;

  TillPage(Workstation at) {
    this.at = at;
    this.robot = at.robot();
  }

  private void come() {
    at.go("till");
  }

  /** Looks at a drawer, one's own or the vault or another's. */
  private void look(TillId drawer) {
    come();
    String name = drawer.isVault() ? "Vault" : drawer.value();
    if (!robot.text("till-drawer").contains(name)) {
      robot.click("till-drawer");
      robot.click("till-look-" + drawer.value());
      robot.untilText("till-drawer", name);
    }
  }

  private void task(String id) {
    robot.click("till-do-" + id);
    robot.click("pile-500");
  }

  private void count(Cash cash) {
    robot.untilFocused("pile-500");
    new Counting(robot, "pile-").type(cash);
  }

  private void submit() {
    robot.press(CONTROL, ENTER);
  }

  private void reason(String why) {
    if (!why.isEmpty()) {
      at.fill("till-reason", why);
    }
  }

  void open(TillId till, Cash counted) {
    come();
    robot.untilShown("till-name");
    at.fill("till-name", till.value());
    robot.click("pile-500");
    count(counted);
    robot.untilText("till-difference-text", "balanced");
  }

  void close(Cash counted, String why) {
    come();
    task("close");
    count(counted);
    reason(why);
  }

  void countOf(TillId drawer, Cash counted, String why) {
    look(drawer);
    task("count");
    count(counted);
    reason(why);
  }

  void offer(TillId from, TillId to, Cash cash) {
    look(from);
    task(from.isVault() ? "offer" : to.isVault() ? "sell" : "other");
    count(cash);
    if (from.isVault()) {
      at.fill("till-recipient", to.value());
    } else {
      choose(to);
    }
  }

  /** With the arrow, as in any list. */
  private void choose(TillId to) {
    var recipients = (ComboBox<?>) robot.node("till-recipient");
    Robot.onScreen(() -> {
      recipients.requestFocus();
      return true;
    });
    for (int i = 0; i < recipients.getItems().size(); i++) {
      if (!to.equals(recipients.getValue())) {
        robot.press(DOWN);
      }
    }
    robot.until("the cash goes to " + to, () -> to.equals(recipients.getValue()));
  }

  void bringIn(Cash cash, String source) {
    look(TillId.VAULT);
    task("bring-in");
    count(cash);
    reason(source);
  }

  /** Hands over what was typed. */
  void record() {
    submit();
  }

  void accept(TillId to) {
    look(to);
    robot.untilShown("offer-accept");
    robot.click("offer-accept");
  }

  void decline(TillId to, String why) {
    look(to);
    robot.untilShown("offer-decline");
    at.fill("offer-reason", why);
    robot.click("offer-decline");
  }

  void openDay() {
    come();
    robot.untilShown("day-open");
    robot.click("day-open");
  }

  void closeDay() {
    come();
    robot.untilShown("day-close");
    robot.click("day-close");
  }

  /** What stands in the way of closing the day; then it is left open. */
  String leftOpen() {
    robot.untilShown("day-left-title");
    return robot.text("day-left-title");
  }

  void goBack() {
    robot.click("day-back");
  }

  /** Whether the list of drawers offers to open one more. */
  boolean offersToOpen() {
    come();
    robot.until("the till is shown", () -> robot.shows("till-drawer"));
    var drawers = (MenuButton) robot.node("till-drawer");
    return robot.shows("till-name")
        || drawers.getItems().stream()
            .anyMatch(
                item -> Optional.of("till-look-open").equals(Optional.ofNullable(item.getId())));
  }
}

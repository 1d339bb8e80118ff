package counterfoil.desktop.day;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.F6;

import counterfoil.desktop.Robot;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.projection.ExceptionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.TableRow;

/** Settings, customers, approvals and the supervisor's view. */
final class OfficePages {
  private static final Pattern NUMBER = Pattern.compile("C-[0-9]+");

  private final Workstation at;
  private final Robot robot;

  OfficePages(Workstation at) {
    this.at = at;
    this.robot = at.robot();
  }

  void limit(SetLimit command) {
    at.go("settings");
    robot.click("settings-go-limits");
    String field = "settings-" + command.limit().replace('.', '-').replace('_', '-');
    robot.untilShown(field);
    at.tabTo(field);
    robot.press(CONTROL, A);
    robot.type(command.amount().orElseThrow().getAmount().toPlainString());
    robot.press(ENTER);
  }

  /** Returns the number that the new customer got. */
  CustomerNumber register(CustomerDetails details) {
    at.go("customers");
    robot.press(F6);
    robot.untilFocused("customer-name");
    var texts =
        List.of(
            details.name(),
            details.birthDate().map(LocalDate::toString).orElse(""),
            details.documentType(),
            details.documentNumber(),
            details.phone(),
            details.address(),
            details.noteToTeller());
    for (String text : texts) {
      robot.type(text + "\n");
    }
    robot.until("the customer has a number", () -> NUMBER.matcher(title()).find());
    var number = NUMBER.matcher(title());
    if (!number.find()) {
      throw new AssertionError(title());
    }
    return new CustomerNumber(number.group());
  }

  private String title() {
    return robot.text("customer-title");
  }

  void changePhone(CustomerNumber number, String phone) {
    at.go("customers");
    at.fill("find-customer", number.value());
    robot.press(ENTER);
    robot.untilText("customer-title", number.value());
    at.fill("customer-phone", phone);
    robot.click("save-customer");
  }

  void approve() {
    at.go("approvals");
    robot.until("something can be approved", () -> !robot.node("approve").isDisabled());
  }

  void reject(String why) {
    approve();
    at.fill("reject-reason", why);
  }

  void signOff(long position, String comment) {
    at.go("supervisor");
    robot.until("the exception is listed", () -> exception(position) != null);
    robot.click(Robot.onScreen(() -> exception(position)));
    robot.until("it is chosen", () -> !robot.node("supervisor-comment").isDisabled());
    at.fill("supervisor-comment", comment);
  }

  private Node exception(long position) {
    return robot.node("supervisor-exceptions").lookupAll(".table-row-cell").stream()
        .filter(node ->
            node instanceof TableRow<?> row
                && row.getItem() instanceof ExceptionLine line
                && line.line().position() == position)
        .findFirst()
        .orElseThrow();
  }
}

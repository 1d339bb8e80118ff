package counterfoil.desktop.customer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Order.KeepCustomer;
import counterfoil.application.StaffedBranch;
import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigation;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.customer.CustomerCommand.RegisterCustomer;
import counterfoil.domain.customer.CustomerDetails;
import counterfoil.domain.customer.CustomerNumber;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator erases somebody on the screen. */
class CustomersViewTest {
  private static final CustomerNumber ZOE = new CustomerNumber("C-000077");

  static {
    // The view model reads, and answers on the screen's thread, as soon as it is made.
    Robot.startToolkit();
  }

  private final StaffedBranch branch = new StaffedBranch().open();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final CustomersViewModel customers =
      new CustomersViewModel(
          new Desk(branch.administrator(), Thread::startVirtualThread, Platform::runLater),
          new LedgerCustomers(branch.ledger()),
          new VirtualThreads());
  private final CustomersScreen screen = new CustomersScreen(customers);
  private final Robot robot = new Robot(this::put);

  private void put(Stage stage) {
    branch.post(
        branch.headTeller(),
        new KeepCustomer(new RegisterCustomer(ZOE, CustomerDetails.named("Zoe Karlsson"))));
    var views =
        new Views(
            texts,
            screen.controllers(
                texts,
                new Figures(texts, ZoneOffset.UTC),
                new NoNavigation(),
                new SimpleObjectProperty<>(0L)));
    var scene = new Scene(views.load(screen.view()), 1000, 900);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
    screen.openCustomer(ZOE);
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void fire(String button) {
    Robot.onScreen(() -> {
      ((Button) robot.node(button)).fire();
      return true;
    });
  }

  @Test
  void what_it_means_is_read_before_it_can_be_done_and_then_the_screen_says_erased() {
    robot.untilText("customer-title", "C-000077");
    robot.untilShown("erase-customer");
    assertTrue(Robot.onScreen(() -> !robot.node("erasure-reason").getParent().isVisible()));
    fire("erase-customer");
    robot.untilShown("erasure-reason");
    assertTrue(Robot.onScreen(() -> robot.node("erase-for-good").isDisabled()), "without a reason");
    Robot.onScreen(() -> {
      Node reason = robot.node("erasure-reason");
      reason.requestFocus();
      return true;
    });
    robot.type("Asked for it");
    fire("erase-for-good");
    robot.untilText("customer-erased", "Personal data erased");
    robot.untilText("customer-erased", "until the program is closed");
    assertTrue(
        Robot.onScreen(() -> !robot.node("save-customer").getParent().getParent().isVisible()));
  }

  private static final class NoNavigation implements Navigation {
    @Override
    public void prove(long position) {}

    @Override
    public void show(String screenId) {}

    @Override
    public boolean has(String screenId) {
      return false;
    }

    @Override
    public void openEntry(long position) {}

    @Override
    public void openAccount(AccountNumber number) {}

    @Override
    public void openCustomer(CustomerNumber number) {}
  }
}

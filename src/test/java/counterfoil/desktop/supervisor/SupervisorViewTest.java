package counterfoil.desktop.supervisor;

import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import counterfoil.domain.customer.CustomerNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A head teller at the screen, by keyboard. */
class SupervisorViewTest {
  private final StaffedBranch branch = new StaffedBranch().open().serveCustomers();
  private final SimpleObjectProperty<Long> head = new SimpleObjectProperty<>(0L);
  private final List<Long> opened = new CopyOnWriteArrayList<>();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final SupervisorScreen screen =
      new SupervisorScreen(
          new SupervisorViewModel(
              branch.ledger(),
              new Desk(branch.headTeller(), Thread::startVirtualThread, Platform::runLater),
              new VirtualThreads(),
              () -> Instant.parse("2026-11-23T12:00:00Z")));
  private final Robot robot = new Robot(this::put);

  private void put(Stage stage) {
    var views =
        new Views(
            texts,
            screen.controllers(
                texts, new Figures(texts, ZoneOffset.UTC), new RememberedNavigation(), head));
    var scene = new Scene(views.load(screen.view()), 1232, 800);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  @Test
  void a_reversal_is_looked_at_and_signed_off_without_a_mouse() {
    robot.untilText("supervisor-unsigned", "1 of 1");
    robot.untilText("supervisor-open", "1 of 1");
    robot.untilText("supervisor-why-not", "Choose");
    Robot.onScreen(() -> {
      robot.node("supervisor-exceptions").requestFocus();
      return true;
    });
    robot.press(DOWN);
    robot.press(ENTER);
    robot.untilFocused("supervisor-comment");
    robot.press(ENTER);
    robot.untilShown("supervisor-problem");
    robot.type("asked the customer");
    robot.press(ENTER);
    robot.untilText("supervisor-unsigned", "0 of 1");
    robot.untilText("supervisor-why-not", "Signed off by lucia");
    robot.click("supervisor-timeline");
    robot.until("the entry is shown", () -> !opened.isEmpty());
    assertTrue(opened.getFirst() > 0);
  }

  private final class RememberedNavigation implements Navigation {
    @Override
    public boolean has(String screenId) {
      return true;
    }

    @Override
    public void show(String screenId) {
      throw new AssertionError(screenId);
    }

    @Override
    public void openAccount(AccountNumber number) {
      throw new AssertionError(number.value());
    }

    @Override
    public void openCustomer(CustomerNumber number) {
      throw new AssertionError(number.value());
    }

    @Override
    public void prove(long position) {
      throw new AssertionError(position);
    }

    @Override
    public void openEntry(long position) {
      opened.add(position);
    }
  }
}

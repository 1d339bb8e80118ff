package counterfoil.desktop.settings;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.application.StaffedBranch;
import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.kit.Workstation;
import counterfoil.desktop.shell.Navigator;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.SettingsCommand.SetLimit;
import counterfoil.report.layout.PaperFormat;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An administrator at the screen. */
class SettingsViewTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final SettingsScreen screen =
      new SettingsScreen(
          new SettingsViewModel(
              branch.ledger(),
              new Desk(branch.administrator(), Thread::startVirtualThread, Platform::runLater),
              new VirtualThreads(),
              () -> Locale.ENGLISH));
  private final Workstation workstation = new Workstation();
  private final Robot robot = new Robot(this::put);

  private void put(Stage stage) {
    branch.change(new SetLimit("approval.cash_out", Optional.empty()));
    var theme = new Theme();
    var views =
        new Views(
            texts,
            screen.controllers(
                texts, new Figures(texts, ZoneOffset.UTC), theme, workstation, new Navigator()));
    var scene = new Scene(views.load(screen.view()), 1232, 800);
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void untilHistorySays(String text) {
    robot.until(
        "the history says " + text,
        () ->
            ((VBox) robot.node("settings-history"))
                .lookupAll(".label").stream()
                    .anyMatch(node -> ((Labeled) node).getText().contains(text)));
  }

  @Test
  void the_workstation_gets_another_name_and_another_paper() {
    robot.click("settings-go-workstation");
    robot.click("settings-workstation");
    robot.press(CONTROL, A);
    robot.type("Window 3\n");
    robot.untilText("settings-workstation-note", "It is called Window 3 from the next sign-in on.");
    assertEquals(Optional.of("Window 3"), workstation.nameProperty().get());
    robot.click("settings-paper-a4");
    assertEquals(PaperFormat.A4, workstation.receiptPaperProperty().get());
  }

  @Test
  void a_limit_is_typed_saved_and_told_and_a_zero_is_not_taken() {
    robot.click("settings-go-limits");
    robot.click("settings-approval-cash-out");
    robot.type("0");
    robot.press(ENTER);
    robot.untilShown("settings-problem-approval-cash-out");
    robot.type(".50");
    robot.press(ENTER);
    untilHistorySays("0.50 EUR");
    assertEquals(
        Optional.of(StaffedBranch.euros("0.50")),
        branch.ledger().settings().limit(LimitName.APPROVAL_CASH_OUT));
  }
}

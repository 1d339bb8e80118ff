package counterfoil.desktop.counter;

import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.P;

import counterfoil.desktop.Robot;
import counterfoil.desktop.StaffedBranch;
import counterfoil.desktop.approval.Countersigning;
import counterfoil.desktop.approval.LedgerApprovals;
import counterfoil.desktop.kit.Desk;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Navigator;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountEvent.Details;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.joda.money.BigMoney;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A receipt once more, from an account's history. */
class HistoryReceiptTest {
  private final StaffedBranch branch = new StaffedBranch();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final CounterScreen screen = new CounterScreen(counter());
  private final Robot robot = new Robot(this::put);

  private CounterViewModel counter() {
    branch.serve(new Deposit(StaffedBranch.ACCOUNT, BigMoney.parse("EUR 20.00"), Details.NONE));
    var desk = new Desk(branch.teller(), Thread::startVirtualThread, Platform::runLater);
    var background = new VirtualThreads();
    var signing =
        Countersigning.at(
            desk, new LedgerApprovals(branch.ledger()), background, branch.ledger().clock());
    return new CounterViewModel(branch.ledger(), desk, signing, background, texts.localeProperty());
  }

  private void put(Stage stage) {
    var views =
        new Views(
            texts,
            screen.controllers(
                texts,
                new Figures(texts, ZoneOffset.UTC),
                new Navigator(),
                new SimpleObjectProperty<>(0L)));
    var scene = new Scene(views.load(screen.view()), 1160, 800);
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
  }

  @BeforeAll
  static void startTheToolkit() {
    Robot.startToolkit();
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void choose(int row) {
    robot.until(
        "the line is there",
        () -> {
          var table = (TableView<?>) robot.node("history");
          table.getSelectionModel().select(row);
          table.requestFocus();
          return table.getSelectionModel().getSelectedIndex() == row;
        });
  }

  @Test
  void the_chosen_entry_s_receipt_comes_out_as_a_copy_on_record() {
    robot.untilFocused("find");
    robot.type("1004-2213");
    robot.press(ENTER);
    robot.untilText("account-holder", "Nadia Rahimi");
    choose(0);
    robot.until("a receipt can be had", () -> !robot.node("history-receipt").isDisabled());
    long before = branch.ledger().head().position();
    robot.press(CONTROL, P);
    robot.untilText("paper-print", "Print a copy");
    robot.untilFocused("paper-print");
    robot.press(ENTER);
    robot.until("it is on record", () -> branch.ledger().head().position() == before + 1);
    robot.untilText("paper-outcome", "There is no printer. The paper waits");
    robot.click("paper-close");
    robot.untilText("receipts-waiting", "1");
  }
}

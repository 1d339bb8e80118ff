package counterfoil.desktop.counter;

import static counterfoil.desktop.StaffedBranch.euros;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many keys a cash deposit takes: of one denomination, to an account whose number is known,
 * beyond the digits of account and amount.
 */
class KeystrokesTest {
  private static final int ALLOWED = 20;

  private final StaffedBranch branch = new StaffedBranch();
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final CounterViewModel counter = counter();
  private final CounterScreen screen = new CounterScreen(counter);
  private final Robot robot = new Robot(this::put);
  private int strokes;

  private CounterViewModel counter() {
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

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void press(KeyCode key) {
    strokes++;
    robot.press(key);
  }

  /** The pieces are typed like everything else that is counted. */
  private void count(String pieces) {
    strokes += pieces.length();
    robot.type(pieces);
  }

  /** The dearest case is the smallest coin: the farthest from the first note. */
  @ParameterizedTest
  @CsvSource({"50, 5, 250", "500, 1, 500", "20, 12, 240", "0.01, 30, 0.30"})
  void a_cash_deposit_of_one_denomination_takes_few_keys(
      String face, String pieces, String amount) {
    robot.untilFocused("find");
    robot.type("1004-2213");
    press(ENTER);
    robot.untilText("account-holder", "Nadia Rahimi");
    robot.untilFocused("amount");
    robot.type(amount);
    press(ENTER);
    robot.untilFocused("cash-500");
    var labels = counter.form().cash().denominationsProperty().getValue().labels();
    int steps = labels.indexOf(face);
    // Page down goes a column on, as the eye does.
    int rows = (labels.size() + 2) / 3;
    for (int i = 0; i < steps / rows; i++) {
      press(KeyCode.PAGE_DOWN);
    }
    for (int i = 0; i < steps % rows; i++) {
      press(DOWN);
    }
    robot.untilFocused("cash-" + face.replace('.', '-'));
    count(pieces);
    robot.until(
        "the cash counts to the amount", () -> counter.form().cash().countProperty().get().fits());
    press(ENTER);
    robot.untilFocused("narrative");
    press(ENTER);
    robot.untilFocused("reference");
    press(ENTER);
    robot.untilShown("confirmation");
    assertEquals(
        euros("500.00").plus(euros(amount + (amount.contains(".") ? "" : ".00"))),
        branch.account().ledger());
    assertTrue(strokes <= ALLOWED, strokes + " keys");
    System.out.println(
        "keystrokes for " + pieces + " x " + face + " deposited: " + strokes + " of " + ALLOWED);
  }
}

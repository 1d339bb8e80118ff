package counterfoil.desktop;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT4;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.L;
import static javafx.scene.input.KeyCode.SHIFT;
import static javafx.scene.input.KeyCode.TAB;
import static javafx.scene.input.KeyCode.UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import counterfoil.application.Actor;
import counterfoil.application.DataFolder;
import counterfoil.application.Founding;
import counterfoil.application.Ledger.SignedIn;
import counterfoil.application.LedgerPlace.Folder;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Posting;
import counterfoil.application.SampleStaff;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffName;
import counterfoil.eventstore.Progress;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window of a branch with staff: the door, the lock, and the till, by keyboard. */
class SignedInTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:31:07Z");
  private static final String PASSWORD = "four tall brown horses";

  private static final String CHOSEN = "seven pears under a bridge";

  @TempDir private Path folder;
  private volatile Instant now = NOW;
  private final InstantSource clock = () -> now;
  private final MemoryLedgers ledgers = new MemoryLedgers(clock);
  private Optional<Robot> window = Optional.empty();

  @BeforeEach
  void found() {
    try (var ledger =
        ledgers.found(
            folder, Founding.charter("Riverside", CurrencyUnit.EUR, ZoneOffset.UTC, NOW, false))) {
      ledger
          .counter()
          .post(
              Posting.of(
                  new OpenAccount(
                      new AccountNumber("1004-2213"),
                      "Nadia Rahimi",
                      "current",
                      BigMoney.parse("EUR 5000.00"),
                      Details.NONE)),
              new Actor("amara", Actor.TELLER, "WS-02"));
      new SampleStaff(ledger, PASSWORD.toCharArray()).join(_ -> {});
    }
  }

  @AfterEach
  void closeTheWindow() {
    window.ifPresent(Robot::close);
  }

  private Robot start() {
    var robot =
        new Robot(stage ->
            new Desktop(
                    ledgers,
                    (_, _, _, _) -> {},
                    new VirtualThreads(),
                    new Desktop.Surroundings(
                        new DataFolder(folder),
                        Optional.empty(),
                        clock,
                        ZoneOffset.UTC,
                        "",
                        "WS-02"))
                .show(stage));
    window = Optional.of(robot);
    return robot;
  }

  private Robot signedIn(String name) {
    var robot = start();
    robot.untilShown("signin-name");
    signIn(robot, name);
    robot.untilShown("actor-chip");
    return robot;
  }

  private static void signIn(Robot robot, String name) {
    robot.click("signin-name");
    robot.press(CONTROL, A);
    robot.type(name + "\n");
    robot.untilFocused("signin-password");
    robot.type(PASSWORD + "\n");
  }

  private static boolean anywhere(Robot robot, String id) {
    return Robot.onScreen(() -> robot.stage().getScene().getRoot().lookup("#" + id) != null);
  }

  /** Everything that a reader of screens could say. */
  private static String everyText(Robot robot) {
    return Robot.onScreen(() -> {
      var all = new StringBuilder(robot.stage().getTitle());
      for (Node node : robot.stage().getScene().getRoot().lookupAll("*")) {
        all.append(' ').append(node.getAccessibleText());
        if (node instanceof Labeled labeled) {
          all.append(' ').append(labeled.getText());
        }
        if (node instanceof TextInputControl input) {
          all.append(' ').append(input.getText());
        }
      }
      return all.toString();
    });
  }

  @Test
  void a_wrong_password_is_answered_in_words_and_the_right_one_leads_to_one_s_own_till() {
    var robot = start();
    robot.untilShown("signin-name");
    robot.type("amara.okafor\nnot the password\n");
    robot.untilShown("signin-problem");
    assertEquals("", robot.text("signin-password"));
    robot.untilFocused("signin-password");
    robot.type(PASSWORD + "\n");
    robot.untilText("actor-chip", "Amara Okafor \u00b7 Teller");
    robot.untilText("branch-chip", "Riverside \u00b7 WS-02");
    robot.untilText("business-date", "23 Nov 2026");
    robot.untilText("status-till-name", "T-01");
    robot.untilText("status-till-cash", "3,770.00 EUR");
    assertFalse(anywhere(robot, "rail-timeline"));
  }

  @Test
  void a_lock_leaves_nothing_to_see_and_brings_the_half_typed_form_back_as_it_was() {
    var robot = signedIn("amara.okafor");
    robot.press(CONTROL, K);
    robot.untilFocused("search");
    robot.type("rahimi");
    robot.untilText("findings", "");
    robot.press(ENTER);
    robot.untilFocused("amount");
    robot.type("12.5");
    var field = robot.node("amount");
    robot.press(CONTROL, L);
    robot.untilFocused("lock-password");
    assertFalse(anywhere(robot, "amount"));
    var texts = everyText(robot);
    assertFalse(texts.contains("Rahimi") || texts.contains("1004-2213"), texts);
    robot.press(CONTROL, K);
    robot.press(CONTROL, DIGIT4);
    robot.untilFocused("lock-password");
    robot.type("not the password\n");
    robot.untilShown("lock-problem");
    assertFalse(anywhere(robot, "amount"));
    robot.untilFocused("lock-password");
    robot.type(PASSWORD + "\n");
    robot.untilFocused("amount");
    assertEquals("12.5", robot.text("amount"));
    assertSame(field, robot.node("amount"));
    robot.type("0");
    assertEquals("12.50", robot.text("amount"));
  }

  @Test
  void one_s_own_password_is_changed_from_the_palette() {
    var robot = signedIn("amara.okafor");
    robot.press(CONTROL, K);
    robot.untilFocused("search");
    robot.type("change your password");
    robot.untilText("findings", "");
    robot.press(ENTER);
    robot.untilFocused("password-present");
    assertFalse(anywhere(robot, "actor-chip"));
    robot.type(PASSWORD + "\nshort\nshort\n");
    robot.untilShown("password-chosen-problem");
    robot.untilFocused("password-chosen");
    assertEquals(PASSWORD, robot.text("password-present"));
    robot.type(CHOSEN + "\n" + CHOSEN + "\n");
    robot.untilText("notice", "Your password is changed.");
    robot.press(CONTROL, L);
    robot.untilFocused("lock-password");
    robot.type(PASSWORD + "\n");
    robot.untilShown("lock-problem");
    robot.untilFocused("lock-password");
    robot.type(CHOSEN + "\n");
    robot.untilShown("actor-chip");
  }

  @Test
  void going_back_from_the_own_password_leaves_the_half_typed_form_as_it_was() {
    var robot = halfTyped();
    askForOwnPassword(robot);
    robot.type("four");
    robot.press(ESCAPE);
    robot.untilFocused("amount");
    assertEquals("12.5", robot.text("amount"));
    askForOwnPassword(robot);
    assertEquals("", robot.text("password-present"));
    robot.click("password-back");
    robot.untilFocused("amount");
    assertEquals("12.5", robot.text("amount"));
  }

  @Test
  void the_own_password_left_alone_is_locked_away_and_the_half_typed_form_is_still_there() {
    var robot = halfTyped();
    askForOwnPassword(robot);
    robot.type("four");
    now = NOW.plus(Duration.ofMinutes(6));
    robot.press(ESCAPE);
    robot.untilFocused("lock-password");
    robot.press(ESCAPE);
    assertFalse(anywhere(robot, "password-present") || anywhere(robot, "actor-chip"));
    robot.type(PASSWORD + "\n");
    robot.untilShown("actor-chip");
    assertFalse(anywhere(robot, "password-present"));
    assertEquals("12.5", robot.text("amount"));
    now = now.plus(Duration.ofMinutes(6));
    robot.press(ESCAPE);
    robot.untilFocused("lock-password");
  }

  @Test
  void a_password_that_is_changed_while_the_window_locks_does_not_open_it() {
    var robot = halfTyped();
    askForOwnPassword(robot);
    robot.type(PASSWORD + "\n" + CHOSEN + "\n" + CHOSEN + "\n");
    now = NOW.plus(Duration.ofMinutes(6));
    robot.press(ESCAPE);
    robot.untilFocused("lock-password");
    robot.type(CHOSEN + "\n");
    robot.untilShown("actor-chip");
    assertEquals("12.5", robot.text("amount"));
  }

  private Robot halfTyped() {
    var robot = signedIn("amara.okafor");
    robot.press(CONTROL, K);
    robot.untilFocused("search");
    robot.type("rahimi");
    robot.untilText("findings", "");
    robot.press(ENTER);
    robot.untilFocused("amount");
    robot.type("12.5");
    return robot;
  }

  private static void askForOwnPassword(Robot robot) {
    robot.press(CONTROL, K);
    robot.untilFocused("search");
    robot.type("change your password");
    robot.untilText("findings", "");
    robot.press(ENTER);
    robot.untilFocused("password-present");
  }

  @Test
  void whoever_was_given_a_password_chooses_their_own_before_they_see_anything() {
    giveTemporaryPassword();
    var robot = start();
    robot.untilShown("signin-name");
    signIn(robot, "amara.okafor");
    robot.untilText("password-title", "Choose your own password");
    robot.untilFocused("password-present");
    assertFalse(anywhere(robot, "actor-chip"));
    robot.press(CONTROL, K);
    robot.press(ESCAPE);
    robot.untilFocused("password-present");
    robot.type(PASSWORD + "\n" + CHOSEN + "\n" + CHOSEN + "\n");
    robot.untilText("actor-chip", "Amara Okafor");
    robot.untilText(
        "notice",
        "Your password is changed. A new signing key was made for you on 23 Nov 2026 by admin.");
  }

  private void giveTemporaryPassword() {
    try (var ledger = ledgers.open(new Folder(new DataFolder(folder).ledger()), Progress.NONE)) {
      var admin =
          switch (ledger.signIn("admin", PASSWORD.toCharArray(), "WS-09")) {
            case SignedIn.Yes(var session) -> session;
            case SignedIn.No(var refusal) -> throw new AssertionError(refusal.code());
          };
      var given =
          new ChangePassword(
              new StaffName("amara.okafor"), ledger.passwords().hash(PASSWORD.toCharArray()), true);
      var _ = admin.post(Posting.of(new ManageStaff(given)));
      admin.signOut();
    }
  }

  @Test
  void the_screens_of_who_has_left_do_not_stay_in_memory() {
    var robot = signedIn("amara.okafor");
    var left = new WeakReference<>(Robot.onScreen(() -> robot.node("find")));
    robot.press(CONTROL, L);
    robot.untilFocused("lock-password");
    robot.click("lock-other");
    robot.untilShown("signin-name");
    signIn(robot, "lucia.meyer");
    robot.untilText("actor-chip", "Lucia Meyer");
    robot.until(
        "the first one's counter is gone",
        () -> {
          System.gc();
          return left.refersTo(null);
        });
  }

  @Test
  void somebody_else_comes_in_at_a_locked_workstation_and_the_first_is_out() {
    var robot = signedIn("amara.okafor");
    robot.press(CONTROL, L);
    robot.untilFocused("lock-password");
    robot.click("lock-other");
    robot.untilText("signin-warning-text", "Amara Okafor");
    robot.click("signin-back");
    robot.untilFocused("lock-password");
    robot.click("lock-other");
    robot.untilShown("signin-name");
    signIn(robot, "lucia.meyer");
    robot.untilText("actor-chip", "Lucia Meyer \u00b7 Head teller");
  }

  @Test
  void a_till_is_counted_and_closed_by_keyboard() {
    var robot = signedIn("amara.okafor");
    robot.untilShown("status-till");
    robot.press(CONTROL, DIGIT4);
    robot.untilFocused("pile-500");
    robot.type("\n\n20\n20\n20\n20\n20\n20\n20\n19\n");
    robot.untilText("till-difference-text", "short");
    robot.press(CONTROL, ENTER);
    robot.untilShown("till-reason-problem");
    robot.untilFocused("till-reason");
    robot.press(SHIFT, TAB);
    robot.untilFocused("pile-0-01");
    for (int i = 0; i < 5; i++) {
      robot.press(UP);
    }
    robot.untilFocused("pile-0-50");
    robot.press(CONTROL, A);
    robot.type("20");
    robot.untilText("till-difference-text", "balanced");
    robot.press(CONTROL, ENTER);
    robot.untilText("till-confirmation-text", "It balances");
    robot.until("no till is open", () -> !robot.shows("status-till"));
  }
}

package counterfoil.desktop;

import static javafx.scene.input.KeyCode.A;
import static javafx.scene.input.KeyCode.CONTROL;
import static javafx.scene.input.KeyCode.DIGIT2;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F3;
import static javafx.scene.input.KeyCode.K;
import static javafx.scene.input.KeyCode.SPACE;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.DataFolder;
import counterfoil.application.Founding;
import counterfoil.application.Ledger;
import counterfoil.application.MemoryLedgers;
import counterfoil.application.Posting;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.Deposit;
import counterfoil.domain.account.AccountCommand.OpenAccount;
import counterfoil.domain.account.AccountEvent.Details;
import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import org.joda.money.BigMoney;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window, driven by keyboard and mouse. */
class DesktopTest {
  private static final Instant NOW = Instant.parse("2026-11-23T14:31:07Z");
  private static final Actor LUCIA = new Actor("lucia", Actor.TELLER, "WS-01");

  @TempDir private Path folder;
  private final InstantSource clock = InstantSource.fixed(NOW);
  private final GuardedLedgers ledgers = new GuardedLedgers(new MemoryLedgers(clock));
  private final List<Robot> open = new ArrayList<>();

  @AfterEach
  void closeWindows() {
    open.forEach(Robot::close);
  }

  private Ledger ledger(Path place, boolean practice) {
    var ledger =
        ledgers.found(
            place,
            Founding.charter("Riverside branch", CurrencyUnit.EUR, ZoneOffset.UTC, NOW, practice));
    post(ledger, opening("1004-2213", "Nadia Rahimi", "5000.00"));
    post(ledger, opening("1001-7788", "Jonas Weber", "1204.60"));
    return ledger;
  }

  private static OpenAccount opening(String number, String holder, String amount) {
    return new OpenAccount(
        new AccountNumber(number), holder, "Current account", euros(amount), Details.NONE);
  }

  private static BigMoney euros(String amount) {
    return BigMoney.parse("EUR " + amount);
  }

  private static void post(Ledger ledger, AccountCommand command) {
    ledger.counter().post(Posting.of(command), LUCIA);
  }

  private Robot start() {
    var robot =
        new Robot(stage ->
            new Desktop(
                    ledgers,
                    (_, place, _, told) -> {
                      told.accept("One day of business");
                      ledger(place, true);
                    },
                    new VirtualThreads(),
                    new Desktop.Surroundings(
                        new DataFolder(folder),
                        Optional.empty(),
                        clock,
                        ZoneOffset.UTC,
                        "amara",
                        "WS-02"))
                .show(stage));
    open.add(robot);
    return robot;
  }

  private Robot startAtCounter() {
    ledger(folder, false);
    var robot = start();
    robot.untilShown("rail-counter");
    return robot;
  }

  /** Ctrl+K, part of a name, Enter: as a teller would. */
  private static void find(Robot robot, String text) {
    robot.press(CONTROL, K);
    robot.untilFocused("search");
    robot.type(text);
  }

  private static void openAccount(Robot robot, String text) {
    find(robot, text);
    robot.until("one account is found", () -> findings(robot) == 1);
    robot.press(ENTER);
    robot.untilFocused("amount");
  }

  private static int findings(Robot robot) {
    return ((ListView<?>) robot.node("findings")).getItems().size();
  }

  @Test
  void ctrl_k_finds_an_account_by_its_holder_and_enter_opens_it_at_the_counter() {
    var robot = startAtCounter();
    robot.press(CONTROL, DIGIT2);
    openAccount(robot, "rahi");
    robot.untilText("act-title", "Deposit");
    assertFalse(robot.shows("palette"));
    assertEquals("", robot.text("search"));
  }

  @Test
  void the_search_finds_an_entry_by_its_number_and_goes_to_the_timeline() {
    var robot = startAtCounter();
    find(robot, "#2");
    robot.until("the entry is found", () -> findings(robot) == 1);
    robot.press(ENTER);
    robot.until("the timeline is in front", () -> isOn(robot, "rail-timeline"));
  }

  private static boolean isOn(Robot robot, String item) {
    return robot.node(item).getStyleClass().contains("on");
  }

  @Test
  void escape_closes_the_search_and_gives_the_focus_back_with_what_was_typed() {
    var robot = startAtCounter();
    openAccount(robot, "1004-2213");
    robot.type("12.50");
    robot.press(CONTROL, K);
    robot.untilShown("palette");
    robot.press(DOWN);
    robot.press(ESCAPE);
    robot.untilFocused("amount");
    assertFalse(robot.shows("palette"));
    assertEquals("12.50", robot.text("amount"));
  }

  @Test
  void a_function_key_does_its_act_from_any_screen() {
    var robot = startAtCounter();
    openAccount(robot, "1004-2213");
    robot.press(CONTROL, DIGIT2);
    robot.until("the accounts are in front", () -> isOn(robot, "rail-accounts"));
    robot.press(F3);
    robot.until("the counter is in front", () -> isOn(robot, "rail-counter"));
    robot.untilText("act-title", "Withdraw");
  }

  @Test
  void a_change_of_language_keeps_what_was_typed_and_where() {
    var robot = startAtCounter();
    openAccount(robot, "1004-2213");
    robot.type("12.5");
    robot.press(CONTROL, K);
    robot.type("简体");
    robot.until("the language is found", () -> findings(robot) == 1);
    robot.press(ENTER);
    robot.untilText("rail-accounts", "账户");
    robot.untilFocused("amount");
    assertEquals("12.5", robot.text("amount"));
    robot.click("rail-language");
    robot.untilText("rail-accounts", "Accounts");
    assertEquals("12.5", robot.text("amount"));
  }

  @Test
  void a_change_of_theme_keeps_what_was_typed_and_reaches_the_root() {
    var robot = startAtCounter();
    openAccount(robot, "1004-2213");
    robot.type("12.5");
    robot.click("rail-theme");
    robot.untilText("rail-theme", "Light");
    robot.click("rail-theme");
    robot.untilText("rail-theme", "Dark");
    var root = robot.stage().getScene().getRoot();
    assertTrue(root.getStyleClass().contains("dark"));
    robot.click("rail-theme");
    robot.untilText("rail-theme", "system");
    assertEquals("12.5", robot.text("amount"));
  }

  @Test
  void tab_reaches_search_and_rail_and_comes_around() {
    var robot = startAtCounter();
    var reached = new HashSet<String>();
    for (int i = 0; i < 60; i++) {
      robot.press(TAB);
      reached.add(robot.focused());
    }
    assertTrue(
        reached.containsAll(
            List.of(
                "search",
                "rail-counter",
                "rail-accounts",
                "rail-timeline",
                "rail-language",
                "rail-theme")),
        reached.toString());
  }

  @Test
  void the_status_bar_follows_postings_of_others() {
    var ledger = ledger(folder, false);
    var robot = start();
    robot.untilText("entries", "2");
    var before = robot.text("head");
    post(ledger, new Deposit(new AccountNumber("1004-2213"), euros("10"), Details.NONE));
    robot.untilText("entries", "3");
    assertFalse(robot.text("head").equals(before));
    assertEquals("23 Nov 2026", robot.text("business-date"));
    assertFalse(robot.shows("practice-bar"));
  }

  @Test
  void the_status_bar_says_how_long_the_last_posting_took_to_be_on_disk() {
    var robot = startAtCounter();
    openAccount(robot, "1004-2213");
    robot.type("12.50\n\n\n");
    robot.untilText("durability", "last append");
    robot.untilText("entries", "3");
  }

  @Test
  void the_first_start_founds_a_ledger_by_keyboard_alone() {
    var robot = start();
    robot.untilFocused("setup-branch");
    robot.press(ENTER);
    robot.press(CONTROL, A);
    robot.type("EURO\n\n\n\n\n\n");
    robot.untilText("setup-branch-problem", "missing");
    robot.untilText("setup-currency-problem", "EURO");
    robot.untilFocused("setup-branch");
    robot.type("Riverside\n");
    robot.press(CONTROL, A);
    robot.type("usd\n\n\n\nfour tall brown horses\nfour tall brown cows\n");
    robot.untilText("setup-again-problem", "not the same");
    robot.press(CONTROL, A);
    robot.type("four tall brown horses\n");
    robot.untilText("signin-branch", "Riverside");
    robot.untilFocused("signin-password");
    assertEquals("amara", robot.text("signin-name"));
    robot.type("four tall brown horses\n");
    robot.untilText("branch-chip", "Riverside \u00b7 WS-02");
    robot.untilText("actor-chip", "amara \u00b7 Administrator");
    robot.untilText("notice", "The branch is founded");
    assertTrue(ledgers.present(folder));
  }

  @Test
  void a_ledger_for_trials_is_founded_without_anybody_who_signs_in() {
    var robot = start();
    robot.untilFocused("setup-branch");
    robot.click("setup-without-staff");
    robot.click("setup-branch");
    robot.type("Riverside\n");
    robot.press(CONTROL, A);
    robot.type("usd\n\n\n");
    robot.untilText("branch-chip", "Riverside \u00b7 WS-02");
    robot.untilText("actor-chip", "amara \u00b7 Teller");
  }

  @Test
  void the_sample_branch_is_marked_as_practice_and_left_again() {
    var robot = start();
    robot.untilShown("setup-practise");
    robot.click("setup-sample-password");
    robot.type("short\n");
    robot.untilText("setup-sample-password-problem", "15");
    robot.press(CONTROL, A);
    robot.untilFocused("setup-sample-password");
    robot.type("four tall brown horses\n");
    robot.untilShown("practice-bar");
    assertTrue(ledgers.present(folder.resolve("practice")));
    assertFalse(ledgers.present(folder));
    robot.click("leave-practice");
    robot.untilText("setup-practise", "Go on");
  }

  @Test
  void a_ledger_that_cannot_be_opened_gets_a_sentence_and_another_chance() {
    ledger(folder, false);
    ledgers.refuse(Reason.IN_USE);
    var robot = start();
    robot.untilText("opening-reason", "open in another program");
    assertTrue(robot.shows("opening-elsewhere"));
    assertTrue(robot.shows("opening-quit"));
    ledgers.allow();
    robot.untilFocused("opening-again");
    robot.press(SPACE);
    robot.untilShown("rail-counter");
  }
}

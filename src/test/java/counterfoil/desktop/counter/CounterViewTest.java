package counterfoil.desktop.counter;

import static counterfoil.desktop.counter.Branch.money;
import static javafx.scene.input.KeyCode.DOWN;
import static javafx.scene.input.KeyCode.ENTER;
import static javafx.scene.input.KeyCode.ESCAPE;
import static javafx.scene.input.KeyCode.F2;
import static javafx.scene.input.KeyCode.F3;
import static javafx.scene.input.KeyCode.F4;
import static javafx.scene.input.KeyCode.F6;
import static javafx.scene.input.KeyCode.F7;
import static javafx.scene.input.KeyCode.TAB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.Robot;
import counterfoil.desktop.kit.Figures;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.kit.Theme;
import counterfoil.desktop.kit.Views;
import counterfoil.desktop.kit.VirtualThreads;
import counterfoil.desktop.shell.Actions;
import counterfoil.desktop.shell.Navigator;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The counter on its real view, by keyboard alone. */
class CounterViewTest {
  private final Branch branch =
      new Branch()
          .open("1004-2213", "Nadia Rahimi", "100.00")
          .open("1002-4471", "St Mark School", "0.00");
  private final SimpleObjectProperty<Long> head = new SimpleObjectProperty<>(0L);
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final CounterViewModel counter =
      branch.counter(branch.desk(Platform::runLater), new VirtualThreads(), texts.localeProperty());
  private final CounterScreen screen = new CounterScreen(counter);
  private final Robot robot = new Robot(this::put);

  /** Loads the view, as at the start and at a change of language. */
  private Scene put(Stage stage) {
    var views =
        new Views(
            texts,
            screen.controllers(texts, new Figures(texts, ZoneOffset.UTC), new Navigator(), head));
    var scene = new Scene(views.load(screen.view()), 960, 700);
    var actions = new Actions(List.of(), List.of(screen));
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            actions
                .calledBy(event, Optional.of(screen))
                .filter(entry -> entry.action().available())
                .ifPresent(entry -> entry.action().run().run()));
    new Theme().dress(scene);
    stage.setScene(scene);
    stage.show();
    screen.shown();
    return scene;
  }

  @AfterEach
  void closeTheWindow() {
    robot.close();
    branch.close();
  }

  private void find(String text) {
    robot.untilFocused("find");
    robot.type(text);
    robot.press(ENTER);
    robot.untilText("account-holder", "");
    robot.untilFocused("amount");
  }

  private void press(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.press(key);
    }
  }

  @Test
  void a_customer_is_served_by_keyboard_alone() {
    find("nadia");
    robot.untilText("ledger-balance", "100.00");
    robot.type("1250");
    robot.untilText("ledger-after", "1,350.00");
    assertEquals("Deposit 1,250.00 EUR", robot.text("confirm"));
    press(ENTER);
    robot.untilFocused("narrative");
    robot.type("Rent");
    press(ENTER);
    robot.untilFocused("reference");
    press(ENTER);
    robot.untilText("ledger-balance", "1,350.00");
    robot.untilFocused("amount");
    assertEquals("", robot.text("amount"));
    assertTrue(robot.shows("confirmation"));
    assertEquals(money("1350.00"), branch.account("1004-2213").ledger());
  }

  @Test
  void enter_pressed_again_and_again_posts_once() {
    find("nadia");
    robot.type("5");
    press(ENTER, ENTER, ENTER, ENTER, ENTER, ENTER);
    robot.untilText("ledger-balance", "105.00");
    assertEquals(money("105.00"), branch.account("1004-2213").ledger());
    assertEquals(1, branch.postings().size());
  }

  @Test
  void a_refusal_stands_in_red_words_under_its_field_and_keeps_what_was_typed() {
    find("nadia");
    press(F3);
    robot.untilFocused("amount");
    robot.type("100.01");
    robot.untilText("amount-problem", "Only 100.00 EUR is available.");
    press(ENTER, ENTER, ENTER);
    robot.untilFocused("amount");
    assertEquals("100.01", robot.text("amount"));
    assertEquals(List.of(), branch.postings());
  }

  @Test
  void a_transfer_names_its_payee_and_posts_to_both() {
    find("nadia");
    press(F4);
    robot.untilFocused("payee");
    robot.type("1002-4471");
    robot.untilText("payee-name", "St Mark School");
    press(ENTER);
    robot.untilFocused("amount");
    robot.type("40");
    press(ENTER, ENTER, ENTER);
    robot.untilText("ledger-balance", "60.00");
    assertEquals(money("40.00"), branch.account("1002-4471").ledger());
  }

  @Test
  void an_account_is_opened_and_lies_on_the_desk() {
    robot.untilFocused("find");
    press(F6);
    robot.untilFocused("number");
    robot.type("1009-1");
    press(ENTER);
    robot.untilFocused("product");
    press(ENTER);
    robot.untilFocused("holder");
    robot.type("Grace Wanjiku");
    press(ENTER);
    robot.untilFocused("amount");
    robot.type("20");
    press(ENTER, ENTER, ENTER);
    robot.untilText("account-holder", "Grace Wanjiku");
    assertEquals("current", branch.account("1009-1").product());
    assertEquals(money("20.00"), branch.account("1009-1").ledger());
  }

  @Test
  void an_account_is_closed_with_its_rest_paid_out() {
    find("nadia");
    press(F7);
    robot.untilFocused("payout");
    assertEquals("Close and pay out 100.00 EUR", robot.text("confirm"));
    press(ENTER, ENTER, ENTER);
    robot.untilFocused("find");
    assertEquals(money("0.00"), branch.account("1004-2213").ledger());
    robot.until("nothing more can be done", () -> robot.node("confirm").isDisabled());
    assertEquals("Account 1004-2213 is closed.", robot.text("why-not-text"));
  }

  @Test
  void what_others_posted_meanwhile_is_shown_before_anything_is_posted_on_it() {
    find("nadia");
    press(F3);
    robot.untilFocused("amount");
    robot.type("60");
    branch.withdraw("1004-2213", "10.00");
    press(ENTER, ENTER, ENTER);
    robot.untilShown("between");
    robot.untilFocused("confirm");
    robot.untilText("ledger-balance", "90.00");
    assertEquals(money("90.00"), branch.account("1004-2213").ledger());
    assertEquals("60", robot.text("amount"));
    press(ENTER);
    robot.untilText("ledger-balance", "30.00");
    assertFalse(robot.shows("between"));
  }

  @Test
  void a_posting_by_somebody_else_appears_when_the_ledger_moves_on() {
    find("nadia");
    robot.untilText("ledger-balance", "100.00");
    branch.deposit("1004-2213", "1.00");
    moveOn();
    robot.untilText("ledger-balance", "101.00");
    branch.deposit("1004-2213", "1.00");
    moveOn();
    robot.untilText("ledger-balance", "102.00");
    robot.until(
        "the history has all three", () -> counter.sheet().versions().equals(List.of(2L, 1L, 0L)));
  }

  private void moveOn() {
    Robot.onScreen(() -> {
      head.set(head.get() + 1);
      return true;
    });
  }

  @Test
  void the_list_is_walked_with_the_arrows() {
    robot.untilFocused("find");
    robot.type("10");
    robot.until("both are offered", () -> counter.finder().foundProperty().get().size() == 2);
    assertTrue(robot.shows("found"));
    press(DOWN, ENTER);
    robot.untilText("account-holder", "Nadia Rahimi");
    assertFalse(robot.shows("found"));
  }

  @Test
  void escape_goes_back_step_by_step() {
    find("nadia");
    robot.type("5");
    press(ESCAPE);
    robot.until("the form is empty", () -> amountIs(""));
    assertEquals("Nadia Rahimi", robot.text("account-holder"));
    press(ESCAPE);
    robot.untilFocused("find");
    robot.untilShown("nobody");
  }

  private boolean amountIs(String text) {
    return counter.form().textProperty(Field.AMOUNT).get().equals(text);
  }

  @Test
  void a_change_of_language_keeps_account_act_and_everything_typed() {
    find("nadia");
    press(F3);
    robot.untilFocused("amount");
    robot.type("100.01");
    robot.untilText("amount-problem", "Only 100.00 EUR is available.");
    Robot.onScreen(() -> {
      texts.use(Locale.SIMPLIFIED_CHINESE);
      return put(robot.stage());
    });
    robot.untilText("amount-problem", "可用余额仅为 100.00 EUR。");
    assertEquals("100.01", robot.text("amount"));
    assertEquals("现金取款", robot.text("act-title"));
    assertEquals("Nadia Rahimi", robot.text("account-holder"));
  }

  @Test
  void tab_goes_through_the_form_in_the_order_of_the_paper() {
    find("nadia");
    press(F2);
    robot.untilFocused("amount");
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      order.add(robot.focused());
      press(TAB);
    }
    assertEquals(List.of("amount", "narrative", "reference", "confirm"), order);
  }

  @ParameterizedTest
  @EnumSource(Act.class)
  void everything_that_takes_the_focus_says_what_it_is(Act act) {
    find("nadia");
    Robot.onScreen(() -> {
      counter.form().choose(act);
      return true;
    });
    List<String> nameless = Robot.onScreen(() -> namelessBelow(robot.stage().getScene().getRoot()));
    assertEquals(List.of(), nameless);
  }

  private static List<String> namelessBelow(Parent parent) {
    List<String> nameless = new ArrayList<>();
    for (Node node : parent.getChildrenUnmodifiable()) {
      boolean named =
          Optional.ofNullable(node.getAccessibleText()).filter(t -> !t.isBlank()).isPresent()
              || (node instanceof Labeled labeled && !labeled.getText().isBlank());
      if (node.isFocusTraversable() && node.isVisible() && !named) {
        nameless.add(node.toString());
      }
      // What a control is made of inside is the control's own affair.
      if (node instanceof ScrollPane pane && pane.getContent() instanceof Parent content) {
        nameless.addAll(namelessBelow(content));
      } else if (node instanceof Parent inner && !(node instanceof Control)) {
        nameless.addAll(namelessBelow(inner));
      }
    }
    return nameless;
  }
}

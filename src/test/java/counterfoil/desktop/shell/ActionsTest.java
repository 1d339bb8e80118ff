package counterfoil.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class ActionsTest {
  private static Action action(String id, String keys) {
    return Action.of(id, "shell.act.quit", () -> {}).on(keys);
  }

  private final FakeScreen counter =
      new FakeScreen(
          "counter", Void.class, action("counter.deposit", "F2"), action("counter.find", "F5"));
  private final FakeScreen accounts =
      new FakeScreen("accounts", Void.class, action("accounts.filter", "F5"));
  private final Actions actions =
      new Actions(List.of(action("everywhere", "F9")), List.of(counter, accounts));

  private Optional<String> called(KeyCode key, Screen shown) {
    var event = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    return actions.calledBy(event, Optional.of(shown)).map(entry -> entry.action().id());
  }

  @Test
  void keys_call_the_shown_screen_s_own_act_first() {
    assertEquals(Optional.of("counter.find"), called(KeyCode.F5, counter));
    assertEquals(Optional.of("accounts.filter"), called(KeyCode.F5, accounts));
  }

  @Test
  void keys_call_another_screen_s_act_where_the_shown_one_has_none() {
    assertEquals(Optional.of("counter.deposit"), called(KeyCode.F2, accounts));
  }

  @Test
  void keys_for_everywhere_work_everywhere() {
    assertEquals(Optional.of("everywhere"), called(KeyCode.F9, accounts));
  }

  @Test
  void other_keys_call_nothing() {
    assertTrue(called(KeyCode.F12, counter).isEmpty());
  }

  @Test
  void two_acts_of_one_id_are_a_mistake() {
    var twice = List.of(action("same", "F1"), action("same", "F2"));
    assertThrows(IllegalArgumentException.class, () -> new Actions(twice, List.of()));
  }

  @Test
  void two_acts_on_the_same_keys_of_one_screen_are_a_mistake() {
    var twice = List.of(action("one", "F1"), action("other", "F1"));
    assertThrows(IllegalArgumentException.class, () -> new Actions(twice, List.of()));
  }
}

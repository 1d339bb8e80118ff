package counterfoil.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.account.AccountNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NavigatorTest {
  private static final AccountNumber NADIA = new AccountNumber("1004-2213");

  private final FakeScreen accounts = new FakeScreen("accounts", Void.class);
  private final FakeScreen counter = new FakeScreen("counter", AccountNumber.class);
  private final FakeScreen timeline = new FakeScreen("timeline", Long.class);
  private final Navigator navigator = new Navigator();

  NavigatorTest() {
    navigator.furnish(List.of(accounts, counter, timeline));
  }

  @Test
  void the_first_screen_is_in_front_at_first() {
    assertEquals(Optional.of(accounts), navigator.shownProperty().get());
    assertTrue(new Navigator().shownProperty().get().isEmpty());
  }

  @Test
  void an_account_opens_on_the_screen_that_serves_it() {
    navigator.openAccount(NADIA);
    assertEquals(List.of(NADIA), counter.opened);
    assertEquals(Optional.of(counter), navigator.shownProperty().get());
  }

  @Test
  void an_entry_opens_on_the_screen_that_looks_back() {
    navigator.openEntry(48_221);
    assertEquals(List.of(48_221L), timeline.opened);
    assertEquals(Optional.of(timeline), navigator.shownProperty().get());
  }

  @Test
  void a_screen_that_does_not_exist_is_a_mistake() {
    assertThrows(IllegalArgumentException.class, () -> navigator.show("till"));
  }
}

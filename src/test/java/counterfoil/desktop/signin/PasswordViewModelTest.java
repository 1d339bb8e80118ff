package counterfoil.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.FakeSession;
import counterfoil.desktop.kit.HandAlarm;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.desktop.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

class PasswordViewModelTest {
  private static final String CHOSEN = "seven pears under a bridge";

  private final AtomicInteger changed = new AtomicInteger();
  private final FakeSession amara =
      new FakeSession(new Actor("amara", "teller", "WS-02"), _ -> new CompletableFuture<>())
          .withTemporaryPassword();
  private final PasswordViewModel page =
      new PasswordViewModel(
          amara, true, new DirectBackground(), new HandAlarm(), changed::incrementAndGet);

  private void change(String present, String chosen, String again) {
    page.change(present.toCharArray(), chosen.toCharArray(), again.toCharArray());
  }

  private static String said(ObservableValue<Optional<Message>> problem) {
    var texts = new Texts(Locale.ENGLISH);
    return problem.getValue().map(texts::text).orElse("");
  }

  @Test
  void a_password_is_changed_with_the_present_one_and_leads_on() {
    change(FakeSession.PASSWORD, CHOSEN, CHOSEN);
    assertEquals(1, changed.get());
    assertEquals(List.of(CHOSEN), amara.passwordsChosen());
    assertFalse(amara.passwordTemporary());
  }

  @Test
  void what_is_missing_or_differs_is_said_beside_its_field_and_nobody_is_asked() {
    change("", CHOSEN, CHOSEN);
    assertEquals("Type the password you have now.", said(page.presentProblemProperty()));
    change(FakeSession.PASSWORD, "", "");
    assertEquals("", said(page.presentProblemProperty()));
    assertEquals("Type the new password.", said(page.chosenProblemProperty()));
    change(FakeSession.PASSWORD, CHOSEN, CHOSEN + "s");
    assertTrue(said(page.againProblemProperty()).contains("not the same"));
    assertEquals(List.of(), amara.passwordsChosen());
    page.retype();
    assertEquals("", said(page.againProblemProperty()));
  }

  @Test
  void a_wrong_present_password_is_said_as_such_and_it_stays() {
    change("not the password", CHOSEN, CHOSEN);
    assertEquals("This is not your present password.", said(page.presentProblemProperty()));
    assertEquals(0, changed.get());
    assertTrue(amara.passwordTemporary());
  }

  @Test
  void all_three_are_wiped_whatever_comes_of_them() {
    var background = new SteppedBackground();
    var slow = new PasswordViewModel(amara, false, background, new HandAlarm(), () -> {});
    char[][] typed = {"not the password".toCharArray(), CHOSEN.toCharArray(), CHOSEN.toCharArray()};
    slow.change(typed[0], typed[1], typed[2]);
    // While one is looked at, no other is.
    char[][] impatient = {"x".toCharArray(), "y".toCharArray(), "y".toCharArray()};
    slow.change(impatient[0], impatient[1], impatient[2]);
    background.finishAll();
    for (char[][] all : List.of(typed, impatient)) {
      for (char[] one : all) {
        assertArrayEquals(new char[one.length], one);
      }
    }
    assertEquals(1, amara.passwordsChosen().size());
  }
}

package counterfoil.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.Actor;
import counterfoil.application.Session;
import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.DirectBackground;
import counterfoil.desktop.kit.FakeSession;
import counterfoil.desktop.kit.HandAlarm;
import counterfoil.desktop.kit.Message;
import counterfoil.desktop.kit.SteppedBackground;
import counterfoil.desktop.kit.Texts;
import counterfoil.desktop.signin.Door.Answer;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import counterfoil.domain.staff.StaffRefusal.TryAgainAfter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final HandAlarm alarm = new HandAlarm();
  private final List<Session> entered = new ArrayList<>();
  private final List<String> tried = new ArrayList<>();
  private final Session amara =
      new FakeSession(new Actor("amara", "teller", "WS-02"), _ -> new CompletableFuture<>());
  private Answer answer = new Answer.Welcome(amara);
  private final SignInViewModel door = door(new DirectBackground());

  private SignInViewModel door(Background background) {
    return new SignInViewModel(
        new SignInViewModel.Place("Riverside", false, Optional.empty()),
        (name, password, workstation) -> {
          tried.add(name + "/" + new String(password) + "/" + workstation);
          return answer;
        },
        "",
        "WS-02",
        background,
        alarm,
        entered::add);
  }

  private String problem() {
    return door.gate().problemProperty().get().map(new Texts(Locale.ENGLISH)::text).orElse("");
  }

  private static String key(Optional<Message> message) {
    return message.map(Message::key).orElse("");
  }

  @Test
  void the_right_name_and_password_lead_in_and_the_password_is_wiped() {
    var password = "four tall brown horses".toCharArray();
    door.nameProperty().set(" amara ");
    door.signIn(password);
    assertEquals(List.of("amara/four tall brown horses/WS-02"), tried);
    assertEquals(List.of(amara), entered);
    assertArrayEquals(new char[22], password);
  }

  @Test
  void what_is_missing_is_said_at_its_field_and_nothing_is_tried() {
    door.workstationProperty().set(" ");
    var password = new char[0];
    door.signIn(password);
    assertEquals("signin.name.missing", key(door.nameProblemProperty().get()));
    assertEquals("signin.password.missing", key(door.passwordProblemProperty().get()));
    assertEquals("kit.refusal.text-missing", key(door.workstationProblemProperty().get()));
    assertTrue(tried.isEmpty());
    door.nameProperty().set("a");
    assertEquals("", key(door.nameProblemProperty().get()));
  }

  @Test
  void a_wrong_password_is_answered_in_words_and_may_be_tried_again() {
    answer = new Answer.Refused(new NameOrPasswordWrong());
    door.nameProperty().set("amara");
    door.signIn("wrong".toCharArray());
    assertFalse(problem().isEmpty());
    assertFalse(door.gate().barredProperty().get());
    assertTrue(entered.isEmpty());
  }

  @Test
  void seconds_to_wait_are_counted_down_and_nothing_is_tried_meanwhile() {
    answer = new Answer.Refused(new TryAgainAfter(3));
    door.nameProperty().set("amara");
    door.signIn("wrong".toCharArray());
    assertTrue(problem().contains("3"), problem());
    assertTrue(door.gate().barredProperty().get());
    var ignored = "again".toCharArray();
    door.signIn(ignored);
    assertEquals(1, tried.size());
    assertArrayEquals(new char[5], ignored);
    alarm.pass(Duration.ofSeconds(1));
    assertTrue(problem().contains("2"), problem());
    alarm.pass(Duration.ofSeconds(1));
    alarm.pass(Duration.ofSeconds(1));
    assertFalse(door.gate().barredProperty().get());
    assertEquals("You can try again now.", problem());
  }

  @Test
  void one_try_at_a_time() {
    var later = new SteppedBackground();
    var slow = door(later);
    slow.nameProperty().set("amara");
    slow.signIn("first".toCharArray());
    slow.signIn("second".toCharArray());
    assertTrue(slow.gate().tryingProperty().get());
    later.finishAll();
    assertEquals(1, tried.size());
  }
}

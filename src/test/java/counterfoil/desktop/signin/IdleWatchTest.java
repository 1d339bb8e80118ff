package counterfoil.desktop.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.application.ScriptedClock;
import counterfoil.desktop.kit.HandAlarm;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
  private final ScriptedClock clock = new ScriptedClock(Instant.parse("2026-11-23T09:00:00Z"));
  private final HandAlarm alarm = new HandAlarm();
  private final AtomicInteger locked = new AtomicInteger();
  private Duration lockAfter = Duration.ofMinutes(5);
  private final IdleWatch watch =
      new IdleWatch(clock, alarm, () -> lockAfter, locked::incrementAndGet);

  @BeforeEach
  void begin() {
    watch.start();
  }

  private void pass(long seconds) {
    for (long second = 0; second < seconds; second++) {
      clock.set(clock.instant().plusSeconds(1));
      alarm.pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void after_five_minutes_without_a_touch_it_locks_once() {
    pass(299);
    assertEquals(0, locked.get());
    pass(600);
    assertEquals(1, locked.get());
    assertEquals(0, alarm.waiting());
  }

  @Test
  void a_touch_begins_the_five_minutes_anew() {
    pass(200);
    assertFalse(watch.touched());
    pass(200);
    assertEquals(0, locked.get());
    pass(100);
    assertEquals(1, locked.get());
  }

  @Test
  void a_computer_that_slept_locks_before_it_takes_the_first_key() {
    clock.set(clock.instant().plusSeconds(3600));
    assertTrue(watch.touched());
    assertEquals(1, locked.get());
  }

  @Test
  void a_shorter_time_that_is_set_meanwhile_holds_within_half_a_minute() {
    pass(60);
    lockAfter = Duration.ofMinutes(1);
    pass(30);
    assertEquals(1, locked.get());
  }

  @Test
  void a_clock_that_was_set_back_keeps_nobody_s_screen_open() {
    clock.set(clock.instant().minusSeconds(7200));
    pass(331);
    assertEquals(1, locked.get());
  }

  @Test
  void once_stopped_it_never_locks() {
    watch.stop();
    pass(1000);
    assertFalse(watch.touched());
    assertEquals(0, locked.get());
  }
}

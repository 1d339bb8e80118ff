package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void at_single_speed_two_entries_are_due_each_second() {
    var playback = Playback.starting(Speed.SINGLE, 0);
    assertEquals(0, playback.leap(SECOND / 2 - 1));
    assertEquals(1, playback.leap(SECOND / 2));
    assertEquals(2, playback.leap(SECOND));
  }

  @Test
  void at_half_speed_one_entry_is_due_each_second() {
    assertEquals(1, Playback.starting(Speed.HALF, 0).leap(SECOND));
  }

  @Test
  void steps_taken_are_not_due_again() {
    var playback = Playback.starting(Speed.SINGLE, 0).taken(SECOND);
    assertEquals(0, playback.leap(SECOND));
    assertEquals(1, playback.leap(SECOND + SECOND / 2));
  }

  @Test
  void whatever_the_frames_the_pace_is_the_same() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var playback = Playback.starting(Speed.TIMES_64, 0);
    long now = 0;
    long steps = 0;
    while (now < 60 * SECOND) {
      now = Math.min(60 * SECOND, now + random.nextLong(1, SECOND / 10));
      steps += playback.leap(now);
      playback = playback.taken(now);
    }
    assertEquals(60 * 64 * 2, steps, "seed " + seed);
  }

  @Test
  void after_the_program_stood_still_it_does_not_leap_over_more_than_a_second() {
    var playback = Playback.starting(Speed.TIMES_64, 0);
    assertEquals(128, playback.leap(3_600 * SECOND));
    assertEquals(0, playback.taken(3_600 * SECOND).leap(3_600 * SECOND));
  }
}

package counterfoil.application;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Works when the test says so; each slice seems to take a millisecond. */
final class HandRhythm implements Rhythm {
  static final Duration SLICE = Duration.ofMillis(1);

  private record Turn(Duration pause, Runnable work) {}

  private final Deque<Turn> turns = new ArrayDeque<>();
  private long now;

  @Override
  public void after(Duration pause, Runnable work) {
    turns.add(new Turn(pause, work));
  }

  @Override
  public long nanos() {
    now += SLICE.toNanos();
    return now;
  }

  @Override
  public void close() {
    turns.clear();
  }

  boolean isOver() {
    return turns.isEmpty();
  }

  /** Lets the pause pass and the work be done; returns the pause. */
  Duration turn() {
    Turn turn = turns.remove();
    now += turn.pause().toNanos();
    turn.work().run();
    return turn.pause();
  }
}

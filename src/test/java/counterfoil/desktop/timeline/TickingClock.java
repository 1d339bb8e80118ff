package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on by one step each time it is looked at. */
final class TickingClock implements InstantSource {
  private final Duration step;
  private Instant now;

  TickingClock(Instant start, Duration step) {
    this.now = start;
    this.step = step;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(step);
    return now;
  }
}

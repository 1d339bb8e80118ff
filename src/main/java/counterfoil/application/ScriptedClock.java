package counterfoil.application;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until the script sets it. Safe from any thread. */
public final class ScriptedClock implements InstantSource {
  private volatile Instant now;

  public ScriptedClock(Instant now) {
    this.now = now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public Instant instant() {
    return now;
  }
}

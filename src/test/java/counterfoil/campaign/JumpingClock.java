package counterfoil.campaign;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;

/** A clock that jumps forward and back, by minutes and by years. */
final class JumpingClock implements InstantSource {
  private static final long MOST_SECONDS = Duration.ofDays(800).toSeconds();

  private final SplittableRandom random;
  private Instant now = Instant.parse("2026-11-02T09:00:00.123456789Z");

  JumpingClock(SplittableRandom random) {
    this.random = random;
  }

  @Override
  public synchronized Instant instant() {
    long reach = random.nextInt(50) == 0 ? MOST_SECONDS : 120;
    now = now.plusSeconds(random.nextLong(-reach, reach + 2)).plusNanos(random.nextInt(1000));
    return now;
  }
}

package counterfoil.campaign;

import java.time.Duration;
import java.util.SplittableRandom;

/** What somebody can do to the clock of the computer that a branch works on. */
enum ClockChange {
  BACK("set the computer's clock back", -1),
  FORWARD("set it forward", 1);

  private final String shown;
  private final int direction;

  ClockChange(String shown, int direction) {
    this.shown = shown;
    this.direction = direction;
  }

  /** Minutes or days. */
  Duration by(SplittableRandom random) {
    long most =
        random.nextBoolean() ? Duration.ofHours(2).toMinutes() : Duration.ofDays(90).toMinutes();
    return Duration.ofMinutes(direction * random.nextLong(2, most));
  }

  @Override
  public String toString() {
    return shown;
  }
}

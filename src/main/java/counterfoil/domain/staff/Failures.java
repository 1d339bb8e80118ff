package counterfoil.domain.staff;

import java.time.Duration;
import java.time.Instant;

/**
 * What went wrong at the door since it last went right. From the third failure on, the next try is
 * not looked at for a while: 1, 2, 4, 8... seconds, at most a minute. At ten the door is locked
 * until somebody else unlocks it.
 *
 * @param count zero or more
 * @param last when the last one was; {@link Instant#EPOCH} where there was none
 */
public record Failures(int count, Instant last) {
  /** At so many in a row somebody else must unlock. */
  public static final int LOCKED_AT = 10;

  public static final Failures NONE = new Failures(0, Instant.EPOCH);

  private static final int DELAYED_FROM = 3;
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** Where nobody else could unlock; a branch must not be shut for good by ten typing errors. */
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);

  public Failures oneMore(Instant at) {
    return new Failures(Math.addExact(count, 1), at);
  }

  public boolean locked() {
    return count >= LOCKED_AT;
  }

  /**
   * As {@link #locked()}, but where nobody else could unlock for an hour after the last failure
   * only.
   */
  public boolean lockedAt(Instant now, boolean othersCanUnlock) {
    return locked() && (othersCanUnlock || waitAt(now, LONGEST_LOCK).isPositive());
  }

  /** How long after the last failure the next try is looked at. */
  public Duration delay() {
    if (count < DELAYED_FROM) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - DELAYED_FROM, Integer.SIZE - 2);
    Duration delay = FIRST_DELAY.multipliedBy(1L << doublings);
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }

  /** How long to wait still; zero where the next try is looked at. */
  public Duration waitAt(Instant now) {
    return waitAt(now, delay());
  }

  /** A clock that was set back makes nobody wait longer than the whole delay. */
  private Duration waitAt(Instant now, Duration delay) {
    Duration left = Duration.between(now, last.plus(delay));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(delay) > 0 ? delay : left;
  }
}

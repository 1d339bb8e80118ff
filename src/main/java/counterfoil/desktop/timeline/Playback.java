package counterfoil.desktop.timeline;

import java.util.concurrent.TimeUnit;

/**
 * A schedule of steps. It has no clock: who asks says what time it is, in nanoseconds of any clock
 * that does not go back.
 *
 * @param sinceNanos when it began at this speed
 * @param taken the steps taken since
 */
record Playback(Speed speed, long sinceNanos, long taken) {
  /** After a longer pause of the whole program the rest is not made up for in one leap. */
  private static final long LONGEST_LEAP_SECONDS = 1;

  static Playback starting(Speed speed, long nowNanos) {
    return new Playback(speed, nowNanos, 0);
  }

  /** The steps that should have been taken by now and have not. */
  long due(long nowNanos) {
    return Math.max(0, scheduled(nowNanos) - taken);
  }

  /** The schedule once {@link #due} steps have been taken. */
  Playback taken(long nowNanos) {
    return new Playback(speed, sinceNanos, Math.max(taken, scheduled(nowNanos)));
  }

  /** What is to be taken at once: {@link #due}, but no more than fits into the longest leap. */
  long leap(long nowNanos) {
    long most = (long) Math.ceil(speed.entriesPerSecond() * LONGEST_LEAP_SECONDS);
    return Math.min(due(nowNanos), most);
  }

  private long scheduled(long nowNanos) {
    double seconds = (nowNanos - sinceNanos) / (double) TimeUnit.SECONDS.toNanos(1);
    return (long) Math.floor(seconds * speed.entriesPerSecond());
  }
}

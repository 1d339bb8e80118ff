package counterfoil.desktop.signin;

import counterfoil.desktop.kit.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Notices that nobody has touched the workstation for a while. It looks at the clock, not at how
 * long the program ran: a computer that slept for an hour locks before it takes the next key.
 */
public final class IdleWatch {
  /** A shorter time that is set meanwhile holds after this at most. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final Alarm alarm;
  private final Supplier<Duration> lockAfter;
  private final Runnable whenIdle;
  private Instant last;
  private Optional<Alarm.Ring> ring = Optional.empty();

  /**
   * @param lockAfter how long nobody may touch it
   * @param whenIdle called once; {@link #start} begins anew
   */
  public IdleWatch(
      InstantSource clock, Alarm alarm, Supplier<Duration> lockAfter, Runnable whenIdle) {
    this.clock = clock;
    this.alarm = alarm;
    this.lockAfter = lockAfter;
    this.whenIdle = whenIdle;
    this.last = clock.instant();
  }

  public void start() {
    stop();
    last = clock.instant();
    wait(lockAfter.get());
  }

  public void stop() {
    ring.ifPresent(Alarm.Ring::takeBack);
    ring = Optional.empty();
  }

  /** Somebody pressed a key or moved the mouse; returns whether it came too late. */
  public boolean touched() {
    if (ring.isEmpty()) {
      return false;
    }
    if (idle().compareTo(lockAfter.get()) >= 0) {
      end();
      return true;
    }
    last = clock.instant();
    return false;
  }

  /** A clock that was set back keeps nobody's screen open. */
  private Duration idle() {
    var now = clock.instant();
    if (now.isBefore(last)) {
      last = now;
    }
    return Duration.between(last, now);
  }

  private void look() {
    var left = lockAfter.get().minus(idle());
    if (left.isPositive()) {
      wait(left);
    } else {
      end();
    }
  }

  private void wait(Duration left) {
    ring = Optional.of(alarm.set(left.compareTo(LOOK) < 0 ? left : LOOK, this::look));
  }

  private void end() {
    stop();
    whenIdle.run();
  }
}

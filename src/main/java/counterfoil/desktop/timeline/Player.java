package counterfoil.desktop.timeline;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Whether the past is being played, how fast, and how many steps that makes. */
final class Player {
  private static final Duration LONGEST_GAP = Duration.ofSeconds(1);

  private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Speed> speed = new SimpleObjectProperty<>(Speed.QUADRUPLE);
  private Optional<Playback> playback = Optional.empty();

  /** Another speed holds from now on, not for what was played before. */
  Player() {
    speed.subscribe(() -> playback = Optional.empty());
  }

  ReadOnlyBooleanProperty playingProperty() {
    return playing.getReadOnlyProperty();
  }

  ObjectProperty<Speed> speedProperty() {
    return speed;
  }

  boolean playing() {
    return playing.get();
  }

  void start() {
    playback = Optional.empty();
    playing.set(true);
  }

  void stop() {
    playing.set(false);
  }

  /**
   * The steps to be taken now. The first frame after a start or a change of speed takes none.
   *
   * @param gap how long after this entry the next one was; nothing where that is not known yet
   */
  long steps(long nowNanos, Supplier<Optional<Duration>> gap) {
    if (speed.get().real()) {
      return realStep(nowNanos, gap);
    }
    var schedule = playback.orElseGet(() -> Playback.starting(speed.get(), nowNanos));
    playback = Optional.of(schedule.taken(nowNanos));
    return schedule.leap(nowNanos);
  }

  private long realStep(long nowNanos, Supplier<Optional<Duration>> gap) {
    var since = playback.orElseGet(() -> Playback.starting(speed.get(), nowNanos));
    long wait = gap.get().filter(g -> g.compareTo(LONGEST_GAP) < 0).orElse(LONGEST_GAP).toNanos();
    boolean due = playback.isPresent() && nowNanos - since.sinceNanos() >= wait;
    playback = Optional.of(due ? Playback.starting(speed.get(), nowNanos) : since);
    return due ? 1 : 0;
  }
}

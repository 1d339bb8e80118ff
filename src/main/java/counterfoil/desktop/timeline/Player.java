package counterfoil.desktop.timeline;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Whether the past is being played, how fast, and how many steps that makes. */
final class Player {
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

  /** The steps to be taken now. The first frame after a start or a change of speed takes none. */
  long steps(long nowNanos) {
    var schedule = playback.orElseGet(() -> Playback.starting(speed.get(), nowNanos));
    playback = Optional.of(schedule.taken(nowNanos));
    return schedule.leap(nowNanos);
  }
}

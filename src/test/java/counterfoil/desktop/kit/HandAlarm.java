package counterfoil.desktop.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Rings when the test says how much time has passed. */
public final class HandAlarm implements Alarm {
  private record Set(Duration at, Runnable act) {}

  private final List<Set> rings = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Override
  public Ring set(Duration after, Runnable act) {
    var ring = new Set(now.plus(after), act);
    rings.add(ring);
    return () -> rings.remove(ring);
  }

  /** Lets time pass; what is due rings, in the order it was set. */
  public void pass(Duration time) {
    now = now.plus(time);
    for (var due : rings.stream().filter(ring -> ring.at().compareTo(now) <= 0).toList()) {
      rings.remove(due);
      due.act().run();
    }
  }

  public int waiting() {
    return rings.size();
  }
}

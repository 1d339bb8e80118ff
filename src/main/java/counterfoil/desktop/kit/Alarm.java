package counterfoil.desktop.kit;

import java.time.Duration;

/** Calls back on the screen's thread after a while. */
@FunctionalInterface
public interface Alarm {
  /** Rings once, {@code after} from now, unless it is taken back before. */
  Ring set(Duration after, Runnable act);

  /** A ring to come. */
  @FunctionalInterface
  interface Ring {
    void takeBack();
  }
}

package counterfoil.desktop.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Does work off the screen's thread and answers on it. Never interrupts what it has begun. */
public interface Background {
  /**
   * Calls {@code work} on another thread, then one of the two others on the screen's. Several works
   * run at once and may end in any order.
   */
  <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed);
}

package counterfoil.desktop.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Keeps works until the test lets them go, in the order it wants. */
public final class SteppedBackground implements Background {
  private final Deque<Runnable> works = new ArrayDeque<>();

  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    works.addLast(() -> new DirectBackground().run(work, whenDone, whenFailed));
  }

  /** How many works wait. */
  public int waiting() {
    return works.size();
  }

  public void finishOne() {
    works.removeFirst().run();
  }

  /** Finishes what waits and what follows from it. */
  public void finishAll() {
    while (!works.isEmpty()) {
      finishOne();
    }
  }
}

package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Works when told to, so that a test decides what happens while work is under way. */
final class LaterBackground implements Background {
  private final Queue<Runnable> works = new ArrayDeque<>();

  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    works.add(() -> {
      T result;
      try {
        result = work.call();
      } catch (Exception fault) {
        whenFailed.accept(fault);
        return;
      }
      whenDone.accept(result);
    });
  }

  int underWay() {
    return works.size();
  }

  /** Also what comes to be done by it. */
  void finishAll() {
    while (!works.isEmpty()) {
      works.remove().run();
    }
  }
}

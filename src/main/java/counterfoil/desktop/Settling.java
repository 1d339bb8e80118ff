package counterfoil.desktop;

import counterfoil.desktop.kit.Background;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Work in the background that knows when none is left. */
final class Settling implements Background {
  private final Background background;
  private final AtomicInteger underWay = new AtomicInteger();

  Settling(Background background) {
    this.background = background;
  }

  boolean settled() {
    return underWay.get() == 0;
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    underWay.incrementAndGet();
    background.run(work, ended(whenDone), ended(whenFailed));
  }

  /** An answer may lead to further work: that is counted before this one ends. */
  private <T> Consumer<T> ended(Consumer<T> then) {
    return answer -> {
      try {
        then.accept(answer);
      } finally {
        underWay.decrementAndGet();
      }
    };
  }
}

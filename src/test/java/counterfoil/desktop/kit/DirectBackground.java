package counterfoil.desktop.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Works and answers at once on the caller's thread. */
public final class DirectBackground implements Background {
  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    T result;
    try {
      result = work.call();
    } catch (Exception fault) {
      whenFailed.accept(fault);
      return;
    }
    whenDone.accept(result);
  }
}

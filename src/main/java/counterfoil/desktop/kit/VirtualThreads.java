package counterfoil.desktop.kit;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.application.Platform;

/** A virtual thread for each work; answers through {@link Platform#runLater}. */
public final class VirtualThreads implements Background {
  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    Thread.ofVirtual().name("background").start(() -> answer(work, whenDone, whenFailed));
  }

  private static <T> void answer(
      Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    try {
      var result = work.call();
      Platform.runLater(() -> whenDone.accept(result));
    } catch (Throwable fault) {
      Platform.runLater(() -> whenFailed.accept(fault));
    }
  }
}

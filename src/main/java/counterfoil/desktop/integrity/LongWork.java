package counterfoil.desktop.integrity;

import counterfoil.desktop.kit.Background;
import counterfoil.eventstore.Progress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Work off the screen's thread that says how far it has come and can be stopped; one at a time. */
final class LongWork {
  private final Background background;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<Optional<Share>> share =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Run run = new Run();

  /**
   * How far it has come.
   *
   * @param total 0 while that is not known
   */
  record Share(long done, long total) {}

  /**
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  LongWork(Background background, Executor screen) {
    this.background = background;
    this.screen = screen;
  }

  /** Nothing while nothing is under way. */
  ReadOnlyObjectProperty<Optional<Share>> shareProperty() {
    return share.getReadOnlyProperty();
  }

  boolean underWay() {
    return share.get().isPresent();
  }

  /** Begins, unless something is under way. One of the two is called on the screen's thread. */
  <T> void begin(Function<Progress, T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    if (underWay()) {
      return;
    }
    var own = new Run();
    run = own;
    share.set(Optional.of(new Share(0, 0)));
    background.run(
        () -> work.apply(own),
        done -> {
          share.set(Optional.empty());
          whenDone.accept(done);
        },
        fault -> {
          share.set(Optional.empty());
          whenFailed.accept(fault);
        });
  }

  /** Asks what is under way to stop; it ends as its work says. */
  void cancel() {
    run.stop.set(true);
  }

  /** One piece of work: the newest figure goes to the screen, those between may be left out. */
  private final class Run implements Progress {
    private final AtomicBoolean stop = new AtomicBoolean();
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicReference<Share> newest = new AtomicReference<>(new Share(0, 0));

    @Override
    public boolean report(long done, long total) {
      newest.set(new Share(done, total));
      if (telling.compareAndSet(false, true)) {
        screen.execute(() -> {
          telling.set(false);
          if (underWay() && run == this) {
            share.set(Optional.of(newest.get()));
          }
        });
      }
      return !stop.get();
    }
  }
}

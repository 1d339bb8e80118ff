package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import counterfoil.desktop.kit.VirtualThreads;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Counts the questions that are under way. For the screen's thread. */
final class Counted implements Background {
  private final Background threads = new VirtualThreads();
  private int underWay;
  private int mostAtOnce;
  private int inFrame;
  private int mostInFrame;

  @Override
  public <T> void run(Callable<T> work, Consumer<T> whenDone, Consumer<Throwable> whenFailed) {
    underWay++;
    inFrame++;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    mostInFrame = Math.max(mostInFrame, inFrame);
    threads.run(
        work,
        done -> {
          underWay--;
          whenDone.accept(done);
        },
        fault -> {
          underWay--;
          fault.printStackTrace();
          whenFailed.accept(fault);
        });
  }

  /** Another frame begins. */
  void frame() {
    inFrame = 0;
  }

  void startOver() {
    mostAtOnce = underWay;
    mostInFrame = 0;
  }

  int mostAtOnce() {
    return mostAtOnce;
  }

  int mostInFrame() {
    return mostInFrame;
  }
}

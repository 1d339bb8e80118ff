package counterfoil.desktop.kit;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks questions off the screen's thread, one at a time. Of those that come while one is under way
 * only the last is asked, and an answer is dropped when another question waits by then: fast typing
 * never queues up behind itself, and an old answer never follows a newer one. The same question
 * asked again while under way (a refresh) does get its answer shown each time, so that a busy
 * ledger cannot keep a screen from ever changing.
 */
public final class LatestQuestion<Q, A> {
  private final Background background;
  private final Function<Q, A> ask;
  private final BiConsumer<Q, A> whenAnswered;
  private final Consumer<Throwable> whenFailed;
  private Optional<Q> waiting = Optional.empty();
  private boolean underWay;

  /**
   * @param ask called off the screen's thread; the consumers are called on it
   */
  public LatestQuestion(
      Background background,
      Function<Q, A> ask,
      BiConsumer<Q, A> whenAnswered,
      Consumer<Throwable> whenFailed) {
    this.background = background;
    this.ask = ask;
    this.whenAnswered = whenAnswered;
    this.whenFailed = whenFailed;
  }

  /** To be called on the screen's thread; returns at once. */
  public void ask(Q question) {
    if (underWay) {
      waiting = Optional.of(question);
      return;
    }
    underWay = true;
    background.run(
        () -> ask.apply(question),
        answer -> ended(question, () -> whenAnswered.accept(question, answer)),
        fault -> ended(question, () -> whenFailed.accept(fault)));
  }

  private void ended(Q question, Runnable show) {
    underWay = false;
    Optional<Q> next = waiting;
    waiting = Optional.empty();
    if (next.isEmpty() || next.get().equals(question)) {
      show.run();
    }
    next.ifPresent(this::ask);
  }
}

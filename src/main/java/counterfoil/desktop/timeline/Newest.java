package counterfoil.desktop.timeline;

import counterfoil.desktop.kit.Background;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Asks one question at a time. Of the questions that come while one is under way only the last is
 * asked next, the others never: so answers come in the order of questions, and however fast someone
 * drags, no queue builds up behind the hand.
 *
 * <p>Unlike {@link counterfoil.desktop.kit.LatestQuestion} it passes on every answer, also where a
 * newer question waits already: while someone drags there always is one, and the screen would stand
 * still until the hand does.
 */
final class Newest<Q, A> {
  /** What is asked, off the screen's thread. */
  interface Inquiry<Q, A> {
    A answer(Q question) throws Exception;
  }

  private final Background background;
  private final Inquiry<Q, A> inquiry;
  private final BiConsumer<Q, A> whenAnswered;
  private final Consumer<Throwable> whenFailed;
  private boolean underWay;
  private Optional<Q> waiting = Optional.empty();

  Newest(
      Background background,
      Inquiry<Q, A> inquiry,
      BiConsumer<Q, A> whenAnswered,
      Consumer<Throwable> whenFailed) {
    this.background = background;
    this.inquiry = inquiry;
    this.whenAnswered = whenAnswered;
    this.whenFailed = whenFailed;
  }

  void ask(Q question) {
    if (underWay) {
      waiting = Optional.of(question);
      return;
    }
    underWay = true;
    background.run(
        () -> inquiry.answer(question),
        answer -> ended(() -> whenAnswered.accept(question, answer)),
        fault -> ended(() -> whenFailed.accept(fault)));
  }

  boolean underWay() {
    return underWay;
  }

  private void ended(Runnable tell) {
    underWay = false;
    try {
      tell.run();
    } finally {
      var next = waiting;
      waiting = Optional.empty();
      next.ifPresent(this::ask);
    }
  }
}

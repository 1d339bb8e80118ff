package counterfoil.desktop.kit;

import counterfoil.application.Actor;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.eventstore.StoreStopped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Posts as the person at this workstation; knows how long the last posting took to be on disk. */
public final class Desk {
  private final BiFunction<Posting, Actor, CompletableFuture<Outcome>> counter;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<Actor> actor;
  private final ReadOnlyObjectWrapper<Optional<Duration>> lastAppend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();

  /**
   * @param counter posts, as {@code Counter::submit} does
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  public Desk(
      BiFunction<Posting, Actor, CompletableFuture<Outcome>> counter,
      Actor actor,
      Executor screen) {
    this.counter = counter;
    this.screen = screen;
    this.actor = new ReadOnlyObjectWrapper<>(actor);
  }

  /** Posts and returns at once; one of the two is called on the screen's thread. */
  public void post(Posting posting, Consumer<Outcome> whenDone, Consumer<Throwable> whenFailed) {
    long begun = System.nanoTime();
    var _ =
        counter
            .apply(posting, actor.get())
            .whenComplete((outcome, fault) -> {
              var taken = Duration.ofNanos(System.nanoTime() - begun);
              screen.execute(() -> {
                if (fault == null) {
                  remember(outcome, taken);
                  whenDone.accept(outcome);
                } else {
                  whenFailed.accept(remember(fault));
                }
              });
            });
  }

  private void remember(Outcome outcome, Duration taken) {
    if (outcome instanceof Outcome.Posted posted && !posted.before()) {
      lastAppend.set(Optional.of(taken));
    }
  }

  private Throwable remember(Throwable fault) {
    var cause =
        fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
    if (cause instanceof StoreStopped) {
      stopped.set(true);
    }
    return cause;
  }

  public ReadOnlyObjectProperty<Actor> actorProperty() {
    return actor.getReadOnlyProperty();
  }

  /** From handing over to acknowledgement; empty before the first posting. */
  public ReadOnlyObjectProperty<Optional<Duration>> lastAppendProperty() {
    return lastAppend.getReadOnlyProperty();
  }

  /** Whether the ledger has stopped taking postings until it is opened again. */
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }
}

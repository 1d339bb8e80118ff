package counterfoil.desktop.kit;

import counterfoil.application.Actor;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Rehearsal;
import counterfoil.application.Session;
import counterfoil.domain.staff.Permission;
import counterfoil.eventstore.StoreStopped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The session of the person at this workstation, for the screens: what it is asked is asked off the
 * screen's thread and answered on it. Knows how long the last posting took to be on disk.
 */
public final class Desk {
  private final Session session;
  private final Executor elsewhere;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<Optional<Duration>> lastAppend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();

  /**
   * @param elsewhere runs off the screen's thread, as {@code Thread::startVirtualThread} does
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  public Desk(Session session, Executor elsewhere, Executor screen) {
    this.session = session;
    this.elsewhere = elsewhere;
    this.screen = screen;
  }

  /** Posts and returns at once; one of the two is called on the screen's thread. */
  public void post(Posting posting, Consumer<Outcome> whenDone, Consumer<Throwable> whenFailed) {
    hand(() -> session.submit(posting), whenDone, whenFailed);
  }

  /** As {@link #post}, with a second person's password, which is wiped. */
  public void postApproved(
      Posting posting,
      String approver,
      char[] password,
      Consumer<Outcome> whenDone,
      Consumer<Throwable> whenFailed) {
    hand(() -> session.submitApproved(posting, approver, password), whenDone, whenFailed);
  }

  /** As {@link #post}, only asking for the approval, which waits in the queue then. */
  public void requestApproval(
      Posting posting, Consumer<Outcome> whenDone, Consumer<Throwable> whenFailed) {
    hand(() -> session.requestApproval(posting), whenDone, whenFailed);
  }

  /** What an order would come to now. Reads: not on the screen's thread. */
  public Rehearsal rehearse(Order order) {
    return session.rehearse(order);
  }

  private void hand(
      Supplier<CompletableFuture<Outcome>> call,
      Consumer<Outcome> whenDone,
      Consumer<Throwable> whenFailed) {
    long begun = System.nanoTime();
    elsewhere.execute(() -> {
      var _ =
          begin(call)
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
    });
  }

  /** What fails before it is handed over is heard like what fails later. */
  private static CompletableFuture<Outcome> begin(Supplier<CompletableFuture<Outcome>> call) {
    try {
      return call.get();
    } catch (RuntimeException fault) {
      return CompletableFuture.failedFuture(fault);
    }
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

  public Session session() {
    return session;
  }

  public Actor actor() {
    return session.actor();
  }

  public ReadOnlyObjectProperty<Actor> actorProperty() {
    return new ReadOnlyObjectWrapper<>(actor()).getReadOnlyProperty();
  }

  /** Whether the ledger has staff: then there are tills, approvals and permissions. */
  public boolean staffed() {
    return !session.roles().isEmpty();
  }

  public boolean may(Permission permission) {
    return session.may(permission);
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

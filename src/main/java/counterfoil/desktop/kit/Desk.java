package counterfoil.desktop.kit;

import counterfoil.application.Actor;
import counterfoil.application.Outcome;
import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Posting;
import counterfoil.application.Session;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.eventstore.StoreStopped;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Posts as the person at this workstation; knows how long the last posting took to be on disk. */
public final class Desk {
  private final Session session;
  private final Actor actor;
  private final Set<Role> roles;
  private final Set<Permission> allowed;
  private final Executor aside;
  private final Executor screen;
  private final ReadOnlyObjectWrapper<Optional<Duration>> lastAppend =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper stopped = new ReadOnlyBooleanWrapper();

  /**
   * Reads who the session is of.
   *
   * @param aside runs off the screen's thread: handing over may read from the disk first
   * @param screen runs on the screen's thread, as {@code Platform::runLater} does
   */
  public Desk(Session session, Executor aside, Executor screen) {
    this.session = session;
    this.actor = session.actor();
    this.roles = session.roles();
    this.allowed = allowed(session, roles);
    this.aside = aside;
    this.screen = screen;
  }

  /** One reading of the roles does for all permissions. */
  private static Set<Permission> allowed(Session session, Set<Role> roles) {
    Set<Permission> all = EnumSet.allOf(Permission.class);
    all.removeIf(permission ->
        roles.isEmpty() ? !session.may(permission) : !Permissions.allows(roles, permission));
    return all;
  }

  /** Who posts, and what they may do. */
  public Session session() {
    return session;
  }

  /** Who sits at the desk. */
  public Actor actor() {
    return actor;
  }

  /** As they were at the time of signing in; empty in a ledger without staff. */
  public Set<Role> roles() {
    return roles;
  }

  /** Whether the ledger has staff: then there are tills, approvals and registered customers. */
  public boolean staffed() {
    return !roles.isEmpty();
  }

  /**
   * Whether a screen should offer such a thing: by the roles at the time of signing in, as asking
   * the session reads. What is done with it the session judges by the roles of that moment.
   */
  public boolean may(Permission permission) {
    return allowed.contains(permission);
  }

  /** Posts and returns at once; one of the two is called on the screen's thread. */
  public void post(Posting posting, Consumer<Outcome> whenDone, Consumer<Throwable> whenFailed) {
    follow(() -> session.submit(posting), whenDone, whenFailed);
  }

  /**
   * As {@link #post}, with a second person's password over what the first answer said.
   *
   * @param shown that answer, as the second person has read it
   * @param password is wiped
   */
  public void postApproved(
      Posting posting,
      ApprovalNeeded shown,
      String approver,
      char[] password,
      Consumer<Outcome> whenDone,
      Consumer<Throwable> whenFailed) {
    follow(
        () -> session.submitApproved(posting, Optional.of(shown.text()), approver, password),
        whenDone,
        whenFailed);
  }

  /** Asks for the approval that {@link #post} was told is needed; it waits in the queue. */
  public void requestApproval(
      Posting posting, Consumer<Outcome> whenDone, Consumer<Throwable> whenFailed) {
    follow(() -> session.requestApproval(posting), whenDone, whenFailed);
  }

  private void follow(
      Supplier<CompletableFuture<Outcome>> handingOver,
      Consumer<Outcome> whenDone,
      Consumer<Throwable> whenFailed) {
    long begun = System.nanoTime();
    aside.execute(() -> {
      var _ =
          handedOver(handingOver)
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

  private static CompletableFuture<Outcome> handedOver(
      Supplier<CompletableFuture<Outcome>> handingOver) {
    try {
      return handingOver.get();
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

  /** From handing over to acknowledgement; empty before the first posting. */
  public ReadOnlyObjectProperty<Optional<Duration>> lastAppendProperty() {
    return lastAppend.getReadOnlyProperty();
  }

  /** Whether the ledger has stopped taking postings until it is opened again. */
  public ReadOnlyBooleanProperty stoppedProperty() {
    return stopped.getReadOnlyProperty();
  }
}

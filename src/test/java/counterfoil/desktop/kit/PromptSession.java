package counterfoil.desktop.kit;

import counterfoil.application.Actor;
import counterfoil.application.NewKey;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Rehearsal;
import counterfoil.application.Session;
import counterfoil.application.dispatch.Hand;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A real session that waits for each answer: what a test asks has happened when it goes on. */
public record PromptSession(Session session) implements Session {
  /** A desk of this session that does everything on the caller's thread. */
  public Desk desk() {
    return new Desk(this, Runnable::run, Runnable::run);
  }

  private static CompletableFuture<Outcome> waited(CompletableFuture<Outcome> answer) {
    return CompletableFuture.completedFuture(answer.join());
  }

  @Override
  public Actor actor() {
    return session.actor();
  }

  @Override
  public Optional<Hand> hand() {
    return session.hand();
  }

  @Override
  public String fullName() {
    return session.fullName();
  }

  @Override
  public Set<Role> roles() {
    return session.roles();
  }

  @Override
  public boolean may(Permission permission) {
    return session.may(permission);
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return waited(session.submit(posting));
  }

  @Override
  public Rehearsal rehearse(Order order) {
    return session.rehearse(order);
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, Optional<String> shown, String approver, char[] password) {
    return waited(session.submitApproved(posting, shown, approver, password));
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    return waited(session.requestApproval(posting));
  }

  @Override
  public void lock(Cause cause) {
    session.lock(cause);
  }

  @Override
  public Optional<Refusal> unlock(char[] password) {
    return session.unlock(password);
  }

  @Override
  public boolean locked() {
    return session.locked();
  }

  @Override
  public Optional<NewKey> newKey() {
    return session.newKey();
  }

  @Override
  public boolean passwordTemporary() {
    return session.passwordTemporary();
  }

  @Override
  public Optional<Refusal> changePassword(char[] present, char[] chosen) {
    return session.changePassword(present, chosen);
  }

  @Override
  public void signOut() {
    session.signOut();
  }
}

package counterfoil.cli;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Rehearsal;
import counterfoil.application.Session;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Somebody at a ledger that has no staff. */
record CounterSession(Ledger ledger, Actor actor) implements Session {
  @Override
  public String fullName() {
    return actor.name();
  }

  @Override
  public Set<Role> roles() {
    return Set.of();
  }

  @Override
  public boolean may(Permission permission) {
    return permission == Permission.SERVE_CUSTOMERS;
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return ledger.counter().submit(posting, actor);
  }

  @Override
  public Rehearsal rehearse(Order order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, String approver, char[] password) {
    return submit(posting);
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    return submit(posting);
  }

  @Override
  public void lock(Cause cause) {}

  @Override
  public Optional<Refusal> unlock(char[] password) {
    return Optional.empty();
  }

  @Override
  public boolean locked() {
    return false;
  }

  @Override
  public void signOut() {}
}

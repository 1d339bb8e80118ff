package counterfoil.desktop.kit;

import counterfoil.application.Actor;
import counterfoil.application.Order;
import counterfoil.application.Outcome;
import counterfoil.application.Posting;
import counterfoil.application.Rehearsal;
import counterfoil.application.Session;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A session whose answers the test gives. */
public final class FakeSession implements Session {
  /** What unlocks it. */
  public static final String PASSWORD = "correct horse battery";

  private final Actor actor;
  private final Set<Role> roles;
  private final Function<Posting, CompletableFuture<Outcome>> answers;
  private volatile boolean locked;
  private volatile boolean signedOut;

  /** Of a teller. */
  public FakeSession(Actor actor, Function<Posting, CompletableFuture<Outcome>> answers) {
    this(actor, Set.of(Role.TELLER), answers);
  }

  public FakeSession(
      Actor actor, Set<Role> roles, Function<Posting, CompletableFuture<Outcome>> answers) {
    this.actor = actor;
    this.roles = roles;
    this.answers = answers;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public String fullName() {
    return actor.name();
  }

  @Override
  public Set<Role> roles() {
    return roles;
  }

  @Override
  public boolean may(Permission permission) {
    return Permissions.allows(roles, permission);
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return answers.apply(posting);
  }

  @Override
  public Rehearsal rehearse(Order order) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, String approver, char[] password) {
    Arrays.fill(password, '\0');
    return answers.apply(posting);
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    return answers.apply(posting);
  }

  @Override
  public void lock(Cause cause) {
    locked = true;
  }

  @Override
  public Optional<Refusal> unlock(char[] password) {
    boolean right = PASSWORD.equals(new String(password));
    Arrays.fill(password, '\0');
    locked = locked && !right;
    return right ? Optional.empty() : Optional.of(new NameOrPasswordWrong());
  }

  @Override
  public boolean locked() {
    return locked;
  }

  @Override
  public void signOut() {
    signedOut = true;
  }

  public boolean signedOut() {
    return signedOut;
  }
}

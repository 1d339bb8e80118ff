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
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffRefusal.NameOrPasswordWrong;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private final List<Signature> signed = new ArrayList<>();
  private final List<Posting> requested = new ArrayList<>();
  private Function<Order, Rehearsal> rehearsal =
      _ -> {
        throw new AssertionError("nobody said what it would come to");
      };
  private final List<String> passwordsChosen = new ArrayList<>();
  private volatile boolean temporary;
  private volatile boolean locked;
  private volatile boolean signedOut;

  /** A second person's signature: the posting, their name, their password. */
  public record Signature(Posting posting, String approver, String password) {}

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

  /** The same, saying what orders would come to. */
  public FakeSession rehearsing(Function<Order, Rehearsal> answer) {
    rehearsal = answer;
    return this;
  }

  /** What was signed by a second person. */
  public List<Signature> signed() {
    return List.copyOf(signed);
  }

  /** What an approval was asked for. */
  public List<Posting> requested() {
    return List.copyOf(requested);
  }

  /** A desk of this session that does everything on the caller's thread. */
  public Desk desk() {
    return new Desk(this, Runnable::run, Runnable::run);
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public Optional<Hand> hand() {
    return Optional.empty();
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
    return roles.isEmpty()
        ? permission == Permission.SERVE_CUSTOMERS
        : Permissions.allows(roles, permission);
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return answers.apply(posting);
  }

  @Override
  public Rehearsal rehearse(Order order) {
    return rehearsal.apply(order);
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, Optional<String> shown, String approver, char[] password) {
    signed.add(new Signature(posting, approver, new String(password)));
    Arrays.fill(password, '\0');
    return answers.apply(posting);
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    requested.add(posting);
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
  public Optional<NewKey> newKey() {
    return Optional.empty();
  }

  @Override
  public boolean passwordTemporary() {
    return temporary;
  }

  @Override
  public Optional<Refusal> changePassword(char[] present, char[] chosen) {
    boolean right = PASSWORD.equals(new String(present));
    passwordsChosen.add(new String(chosen));
    Arrays.fill(present, '\0');
    Arrays.fill(chosen, '\0');
    temporary = temporary && !right;
    return right ? Optional.empty() : Optional.of(new NameOrPasswordWrong());
  }

  /** The passwords that were to be the new one. */
  public List<String> passwordsChosen() {
    return List.copyOf(passwordsChosen);
  }

  /** The same, of somebody who must choose a password first. */
  public FakeSession withTemporaryPassword() {
    temporary = true;
    return this;
  }

  @Override
  public void signOut() {
    signedOut = true;
  }

  public boolean signedOut() {
    return signedOut;
  }
}

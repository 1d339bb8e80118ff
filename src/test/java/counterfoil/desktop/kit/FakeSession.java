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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A session whose answers a test gives; remembers what it was asked. */
public final class FakeSession implements Session {
  /** What unlocks it. */
  public static final String PASSWORD = "correct horse battery";

  /** A second person's signature: the posting, their name, their password. */
  public record Signature(Posting posting, String approver, String password) {}

  private volatile boolean locked;
  private volatile boolean signedOut;
  private final Actor actor;
  private final Set<Role> roles;
  private final List<Posting> posted = new ArrayList<>();
  private final List<Signature> signed = new ArrayList<>();
  private final List<Posting> requested = new ArrayList<>();
  private final List<Order> rehearsed = new ArrayList<>();
  private Function<Posting, CompletableFuture<Outcome>> answer = _ -> new CompletableFuture<>();
  private Function<Signature, Outcome> signing =
      signature ->
          new Outcome.Posted(signature.posting().commandId(), 1, 0, Optional.empty(), false);
  private Function<Posting, Outcome> requesting =
      posting -> new Outcome.Posted(posting.commandId(), 1, 0, Optional.empty(), false);
  private Function<Order, Rehearsal> rehearsal =
      _ -> {
        throw new AssertionError("nothing to rehearse was expected");
      };

  public FakeSession(String name, Role... roles) {
    this.actor = new Actor(name, Actor.TELLER, "WS-02");
    this.roles = Set.of(roles);
  }

  public FakeSession answering(Function<Posting, CompletableFuture<Outcome>> newAnswer) {
    answer = newAnswer;
    return this;
  }

  public FakeSession answeringAtOnce(Function<Posting, Outcome> newAnswer) {
    return answering(posting -> CompletableFuture.completedFuture(newAnswer.apply(posting)));
  }

  public FakeSession signing(Function<Signature, Outcome> newSigning) {
    signing = newSigning;
    return this;
  }

  public FakeSession requesting(Function<Posting, Outcome> newRequesting) {
    requesting = newRequesting;
    return this;
  }

  public FakeSession rehearsing(Function<Order, Rehearsal> newRehearsal) {
    rehearsal = newRehearsal;
    return this;
  }

  /** What was submitted, with or without a signature, in that order. */
  public List<Posting> posted() {
    return List.copyOf(posted);
  }

  public List<Signature> signed() {
    return List.copyOf(signed);
  }

  /** What an approval was asked for. */
  public List<Posting> requested() {
    return List.copyOf(requested);
  }

  public List<Order> rehearsed() {
    return List.copyOf(rehearsed);
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
    posted.add(posting);
    return answer.apply(posting);
  }

  @Override
  public Rehearsal rehearse(Order order) {
    rehearsed.add(order);
    return rehearsal.apply(order);
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, String approver, char[] password) {
    var signature = new Signature(posting, approver, new String(password));
    Arrays.fill(password, ' ');
    signed.add(signature);
    return CompletableFuture.completedFuture(signing.apply(signature));
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    requested.add(posting);
    return CompletableFuture.completedFuture(requesting.apply(posting));
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

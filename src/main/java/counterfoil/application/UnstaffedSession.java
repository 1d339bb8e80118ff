package counterfoil.application;

import counterfoil.application.Order.ManageStaff;
import counterfoil.application.Order.RecordExport;
import counterfoil.application.Order.Serve;
import counterfoil.application.OrderRefusal.NoStaffYet;
import counterfoil.application.acts.FoundStaff;
import counterfoil.application.acts.NoteUnstaffed;
import counterfoil.application.acts.OrderText;
import counterfoil.application.acts.Plan;
import counterfoil.application.acts.ServeUnstaffed;
import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Assignment;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.dispatch.Hand;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.domain.workstation.WorkstationEvent.RestoreAccepted;
import counterfoil.eventstore.Provenance;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Somebody at a ledger that has no staff: accounts can be served there, by their own rules alone,
 * what leaves the program as files is recorded, and the first member of staff can be added. From
 * then on everything is refused here.
 */
final class UnstaffedSession implements Session {
  private final Dispatcher dispatcher;
  private final Outcomes outcomes;
  private final String branch;
  private final Supplier<LocalDate> businessDate;
  private final Actor actor;

  UnstaffedSession(
      Dispatcher dispatcher,
      Outcomes outcomes,
      String branch,
      Supplier<LocalDate> businessDate,
      Actor actor) {
    this.dispatcher = dispatcher;
    this.outcomes = outcomes;
    this.branch = branch;
    this.businessDate = businessDate;
    this.actor = actor;
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return switch (posting.order()) {
      case Serve serve -> {
        var act = new ServeUnstaffed(serve, outcomes.currency(), provenance(posting));
        yield submit(posting, act, Surprises.seen(posting));
      }
      case ManageStaff(AddStaffMember command) ->
          submit(
              posting,
              new FoundStaff(command, outcomes.currency(), provenance(posting)),
              OptionalLong.empty());
      case RecordExport(var export) -> {
        var event = new AuditExported(actor.workstation(), export);
        yield submit(posting, new NoteUnstaffed(event, provenance(posting)), OptionalLong.empty());
      }
      case Order.AcceptRestore o -> {
        var event = new RestoreAccepted(actor.workstation(), o.entries(), o.root(), o.reason());
        yield submit(posting, new NoteUnstaffed(event, provenance(posting)), OptionalLong.empty());
      }
      default ->
          CompletableFuture.completedFuture(
              new Outcome.Refused(posting.commandId(), new NoStaffYet()));
    };
  }

  private CompletableFuture<Outcome> submit(Posting posting, Act act, OptionalLong seen) {
    UUID id = posting.commandId();
    byte[] digest = CommandDigest.of(posting.order());
    return dispatcher
        .submit(new Assignment(id, digest, act, seen, Optional.empty()))
        .thenCompose(result -> outcomes.of(id, result));
  }

  private Provenance provenance(Posting posting) {
    return new Provenance(
        actor.name(),
        actor.role(),
        branch,
        actor.workstation(),
        Optional.empty(),
        businessDate.get(),
        Optional.empty(),
        posting.commandId(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public Rehearsal rehearse(Order order) {
    if (!(order instanceof Serve serve)) {
      return new Rehearsal.Impossible(new NoStaffYet());
    }
    var act = new ServeUnstaffed(serve, outcomes.currency(), provenance(Posting.of(order)));
    Plan plan = dispatcher.rehearse(act, act::plan, (Plan found) -> Rehearsals.also(found));
    return Rehearsals.of(plan, OrderText.of(order).text());
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
    return Set.of();
  }

  @Override
  public boolean may(Permission permission) {
    return switch (permission) {
      case SERVE_CUSTOMERS,
          SET_ACCOUNT_TERMS,
          POST_BACK_OFFICE,
          SEE_OWN_JOURNAL,
          SEE_BRANCH,
          EXPORT,
          VERIFY,
          MAINTAIN_LEDGER ->
          true;
      case KEEP_TILL,
          REVERSE_TODAY,
          REVERSE_EARLIER,
          APPROVE,
          RUN_VAULT,
          COUNT_TILLS,
          FORCE_CLOSE_TILL,
          RUN_DAY,
          SIGN_OFF_EXCEPTIONS,
          MANAGE_STAFF,
          CERTIFY_KEYS,
          UNLOCK_SIGN_IN,
          CHANGE_SETTINGS,
          ERASE_CUSTOMERS ->
          false;
    };
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, Optional<String> shown, String approver, char[] password) {
    Arrays.fill(password, '\0');
    return submit(posting);
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    return CompletableFuture.completedFuture(
        new Outcome.Refused(posting.commandId(), new NoStaffYet()));
  }

  /** There is no password to ask for afterwards. */
  @Override
  public void lock(Cause cause) {}

  @Override
  public Optional<Refusal> unlock(char[] password) {
    Arrays.fill(password, '\0');
    return Optional.empty();
  }

  @Override
  public boolean locked() {
    return false;
  }

  @Override
  public Optional<NewKey> newKey() {
    return Optional.empty();
  }

  @Override
  public boolean passwordTemporary() {
    return false;
  }

  @Override
  public Optional<Refusal> changePassword(char[] present, char[] chosen) {
    Arrays.fill(present, '\0');
    Arrays.fill(chosen, '\0');
    return Optional.of(new NoStaffYet());
  }

  @Override
  public void signOut() {}
}

package counterfoil.application;

import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.OrderRefusal.NoOwnTill;
import counterfoil.application.OrderRefusal.OwnMoneyCount;
import counterfoil.application.OrderRefusal.PasswordIsTemporary;
import counterfoil.application.OrderRefusal.SignedOff;
import counterfoil.application.OrderRefusal.WorkstationIsLocked;
import counterfoil.application.Outcome.Posted;
import counterfoil.application.Outcome.Refused;
import counterfoil.application.acts.OfficeActs;
import counterfoil.application.acts.OrderText;
import counterfoil.application.acts.PlannedAct;
import counterfoil.application.acts.Requesting;
import counterfoil.application.acts.Scene;
import counterfoil.application.acts.Scene.Seconded;
import counterfoil.application.dispatch.Assignment;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.Result;
import counterfoil.application.notary.NotContinued;
import counterfoil.application.notary.Notary;
import counterfoil.application.signin.Seconding;
import counterfoil.application.signin.SignedInPerson;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ActText.Part;
import counterfoil.domain.approval.ApprovalRefusal.CheckerNotHeadTeller;
import counterfoil.domain.approval.ApprovalRefusal.MakerIsChecker;
import counterfoil.domain.review.ReviewRefusal.OwnApproval;
import counterfoil.domain.review.ReviewRefusal.OwnException;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffEvent.Cause;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffRefusal.NotPermitted;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillRefusal.OfferNotFound;
import counterfoil.domain.till.TillRefusal.TillNotOpen;
import counterfoil.domain.till.TillRefusal.TillOfAnother;
import counterfoil.eventstore.EventStoreException;
import counterfoil.projection.QueryFailed;
import counterfoil.proof.TreeHash;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A member of staff at a workstation, by all the rules of the branch. */
final class StaffSession implements Session {
  private static final Logger LOG = System.getLogger("counterfoil");

  private final SignedInPerson person;
  private final BranchOffice office;
  private final Optional<NewKey> newKey;

  /** The till the person has open, as far as is known here; looked at again with every act. */
  private volatile Optional<TillId> till;

  StaffSession(SignedInPerson person, BranchOffice office) {
    this.person = person;
    this.office = office;
    this.till = office.particulars().tillOf(person.name());
    this.newKey = newKey(person.name(), office);
  }

  /** That the news cannot be read keeps nobody out: their signing in is on record already. */
  private static Optional<NewKey> newKey(StaffName name, BranchOffice office) {
    try {
      return office.particulars().newKeyOf(name);
    } catch (EventStoreException | QueryFailed fault) {
      LOG.log(Level.WARNING, "reading what became of a key", fault);
      return Optional.empty();
    }
  }

  @Override
  public CompletableFuture<Outcome> submit(Posting posting) {
    return submit(posting, alone(posting));
  }

  /** What has been asked for under this command's id is looked at, needed or not. */
  private Seconded alone(Posting posting) {
    return person.signedIn() && office.particulars().asked(posting.commandId())
        ? new Seconded.FromQueue()
        : new Seconded.Alone();
  }

  private CompletableFuture<Outcome> submit(Posting posting, Seconded seconded) {
    Optional<Refusal> away = refuseAway();
    if (away.isPresent()) {
      return refused(posting, away.get());
    }
    return switch (posting.order()) {
      case OpenTill _ ->
          office
              .inTurn()
              .run(() -> {
                // It may have been opened or closed at another workstation.
                till = office.particulars().tillOf(person.name());
                return settled(posting, seconded);
              });
      case Order.Serve serve when InterestAccrual.concerns(serve) ->
          office.inTurn().run(() -> settled(posting, seconded));
      // Nobody asks for something of the customer's while what names them is gathered.
      case Order.EraseCustomer _ -> office.inTurn().run(() -> settled(posting, seconded));
      case Order.CloseBusinessDay _ -> office.inTurn().run(() -> settled(posting, seconded));
      default -> settled(posting, seconded);
    };
  }

  private Optional<Refusal> refuseAway() {
    if (!person.signedIn()) {
      return Optional.of(new SignedOff(person.name().value()));
    }
    if (person.locked()) {
      return Optional.of(new WorkstationIsLocked(person.name().value()));
    }
    return person.passwordTemporary()
        ? Optional.of(new PasswordIsTemporary(person.name().value()))
        : Optional.empty();
  }

  /** Once more where the till was another one by now. */
  private CompletableFuture<Outcome> settled(Posting posting, Seconded seconded) {
    return attempt(posting, seconded)
        .thenCompose(outcome ->
            switch (outcome) {
              case Refused refused when speaksOfTill(refused.refusal()) ->
                  aside(() -> again(posting, seconded, refused));
              case Refused(var id, OfferNotFound missing) ->
                  aside(() ->
                      CompletableFuture.completedFuture(
                          new Refused(id, office.particulars().answer(missing))));
              case Refused refused when forbidden(refused.refusal()) ->
                  aside(() -> noted(posting, refused));
              case Posted _ when posting.order() instanceof Order.CloseBusinessDay ->
                  aside(() -> witnessed(remembered(posting, outcome)));
              default -> CompletableFuture.completedFuture(remembered(posting, outcome));
            });
  }

  private CompletableFuture<Outcome> attempt(Posting posting, Seconded seconded) {
    UUID id = posting.commandId();
    Supplier<ActText> text = () -> OrderText.of(posting.order()).text();
    byte[] digest = CommandDigest.of(posting.order());
    Scene scene = office.scene(person, id, digest, text, till, seconded);
    return switch (office.acts().of(scene, posting.order())) {
      case Acts.Made.None(var refusal) -> refused(posting, refusal);
      case Acts.Made.Act(var act) ->
          office
              .dispatcher()
              .submit(new Assignment(id, digest, act, Surprises.seen(posting), scene.hand()))
              .thenCompose(result -> office.outcomes().of(id, result))
              .exceptionallyCompose(fault -> whenAway(posting, fault));
    };
  }

  /** The workstation was locked before the act was signed: then it is not done. */
  private CompletableFuture<Outcome> whenAway(Posting posting, Throwable fault) {
    Throwable cause = fault instanceof CompletionException ? fault.getCause() : fault;
    return cause instanceof Hand.Withdrawn
        ? refused(posting, new WorkstationIsLocked(person.name().value()))
        : CompletableFuture.failedFuture(cause);
  }

  private static boolean speaksOfTill(Refusal refusal) {
    return refusal instanceof NoOwnTill
        || refusal instanceof TillNotOpen
        || refusal instanceof TillOfAnother;
  }

  private CompletableFuture<Outcome> again(Posting posting, Seconded seconded, Refused refused) {
    Optional<TillId> now = office.particulars().tillOf(person.name());
    if (now.equals(till)) {
      return CompletableFuture.completedFuture(refused);
    }
    till = now;
    return attempt(posting, seconded);
  }

  /** What nobody in this role may do is on record as an attempt. */
  private static boolean forbidden(Refusal refusal) {
    return refusal instanceof NotPermitted
        || refusal instanceof MakerIsChecker
        || refusal instanceof CheckerNotHeadTeller
        || refusal instanceof OwnException
        || refusal instanceof OwnApproval
        || refusal instanceof OwnMoneyCount;
  }

  private CompletableFuture<Outcome> noted(Posting posting, Refused refused) {
    var order = OrderText.of(posting.order());
    byte[] digest = CommandDigest.of(posting.order());
    return note(order.firstValue(), order.text(), digest, refused.refusal())
        .handle((_, _) -> refused);
  }

  private CompletableFuture<Result> note(
      String command, ActText text, byte[] digest, Refusal refusal) {
    UUID id = UUID.randomUUID();
    Scene scene = office.scene(person, id, digest, () -> text, till, new Seconded.Alone());
    var act = OfficeActs.rejected(scene, command, refusal.code());
    return office
        .dispatcher()
        .submit(new Assignment(id, digest, act, OptionalLong.empty(), scene.hand()));
  }

  @Override
  public Optional<Refusal> demand(Permission permission, String asked) {
    Optional<Refusal> refusal = Session.super.demand(permission, asked);
    if (refusal.isPresent() && refuseAway().isEmpty()) {
      var text = new ActText(List.of(new Part("do", asked)));
      byte[] digest = TreeHash.sha256().digest(text.bytes());
      // Refused it is in any case.
      var _ = note(asked, text, digest, refusal.get()).handle((_, _) -> refusal).join();
    }
    return refusal;
  }

  /** The day's end is signed; a day that cannot be is closed all the same. */
  private CompletableFuture<Outcome> witnessed(Outcome outcome) {
    try {
      office.notary().ifPresent(Notary::sign);
    } catch (NotContinued | EventStoreException | QueryFailed _) {
      // It is said at the next opening, and by whoever asks for a checkpoint.
    }
    return CompletableFuture.completedFuture(outcome);
  }

  private Outcome remembered(Posting posting, Outcome outcome) {
    if (outcome instanceof Posted) {
      switch (posting.order()) {
        case OpenTill opened -> till = Optional.of(opened.till());
        case CloseTill closed when till.filter(closed.till()::equals).isPresent() ->
            till = Optional.empty();
        default -> {
          // The till stays what it was.
        }
      }
    }
    return outcome;
  }

  @Override
  public CompletableFuture<Outcome> submitApproved(
      Posting posting, Optional<String> shown, String approver, char[] password) {
    Optional<Refusal> away = refuseAway();
    if (away.isPresent()) {
      Arrays.fill(password, '\0');
      return refused(posting, away.get());
    }
    return switch (office.signIn().second(approver, password, person.workstation())) {
      case Seconding.Refused(var refusal) -> refused(posting, refusal);
      case Seconding.By by -> {
        office.particulars().asking(posting.commandId());
        yield (by.member().passwordTemporary()
                ? refused(posting, new PasswordIsTemporary(by.member().name().value()))
                : submit(posting, new Seconded.AtDesk(by.member().name(), by.hand(), shown)))
            .whenComplete((_, _) -> by.close());
      }
    };
  }

  @Override
  public CompletableFuture<Outcome> requestApproval(Posting posting) {
    Optional<Refusal> away = refuseAway();
    if (away.isPresent()) {
      return refused(posting, away.get());
    }
    office.particulars().asking(posting.commandId());
    return office.inTurn().run(() -> asked(posting));
  }

  /** Not while the day is being closed. */
  private CompletableFuture<Outcome> asked(Posting posting) {
    Supplier<ActText> text = () -> OrderText.of(posting.order()).text();
    byte[] digest = CommandDigest.of(posting.order());
    Seconded alone = new Seconded.Alone();
    Scene asked = office.scene(person, posting.commandId(), digest, text, till, alone);
    UUID id = requestId(posting.commandId());
    Scene asking = office.scene(person, id, digest, text, till, alone);
    return switch (office.acts().of(asked, posting.order())) {
      case Acts.Made.None(var refusal) -> refused(posting, refusal);
      case Acts.Made.Act(var act) ->
          office
              .dispatcher()
              .submit(
                  new Assignment(
                      id, digest, new Requesting(asking, act), OptionalLong.empty(), asking.hand()))
              .thenCompose(result -> office.outcomes().of(id, result));
    };
  }

  /** The same request twice is one. */
  private static UUID requestId(UUID posting) {
    return UUID.nameUUIDFromBytes(
        ("request_approval/" + posting).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public Rehearsal rehearse(Order order) {
    Optional<Refusal> away = refuseAway();
    if (away.isPresent()) {
      return new Rehearsal.Impossible(away.get());
    }
    ActText text = OrderText.of(order).text();
    Scene scene =
        office.scene(
            person,
            UUID.randomUUID(),
            CommandDigest.of(order),
            () -> text,
            till,
            new Seconded.Alone());
    return switch (office.acts().of(scene, order)) {
      case Acts.Made.None(var refusal) -> new Rehearsal.Impossible(refusal);
      case Acts.Made.Act(PlannedAct act) -> {
        var rehearsed = office.dispatcher().rehearse(act, act::rehearsed, Rehearsals::also);
        yield Rehearsals.of(rehearsed.plan(), rehearsed.text());
      }
    };
  }

  private static CompletableFuture<Outcome> refused(Posting posting, Refusal refusal) {
    return CompletableFuture.completedFuture(new Refused(posting.commandId(), refusal));
  }

  /** Whatever reads or hands over anew is not for the thread that brought the answer. */
  private static CompletableFuture<Outcome> aside(Supplier<CompletableFuture<Outcome>> work) {
    return CompletableFuture.completedFuture(work)
        .thenComposeAsync(Supplier::get, Thread::startVirtualThread);
  }

  @Override
  public Actor actor() {
    Role first = roles().stream().sorted().findFirst().orElse(Role.TELLER);
    return new Actor(person.name().value(), first.code(), person.workstation());
  }

  @Override
  public Optional<Hand> hand() {
    return person.hand();
  }

  @Override
  public String fullName() {
    return person.fullName();
  }

  @Override
  public Set<Role> roles() {
    return person.roles();
  }

  @Override
  public boolean may(Permission permission) {
    return !person.passwordTemporary() && Permissions.allows(roles(), permission);
  }

  @Override
  public void lock(Cause cause) {
    person.lock(cause);
  }

  @Override
  public Optional<Refusal> unlock(char[] password) {
    return person.unlock(password);
  }

  @Override
  public boolean locked() {
    return person.locked();
  }

  @Override
  public Optional<NewKey> newKey() {
    return newKey;
  }

  @Override
  public boolean passwordTemporary() {
    return person.passwordTemporary();
  }

  @Override
  public Optional<Refusal> changePassword(char[] present, char[] chosen) {
    return person.changePassword(present, chosen);
  }

  @Override
  public void signOut() {
    person.signOut();
  }
}

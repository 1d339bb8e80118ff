package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.ApprovalNotNeeded;
import counterfoil.application.acts.Scene.Seconded;
import counterfoil.application.acts.Scene.Seconded.Alone;
import counterfoil.application.acts.Scene.Seconded.AtDesk;
import counterfoil.application.acts.Scene.Seconded.FromQueue;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.Ruling;
import counterfoil.domain.Decision;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ActDigest;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.approval.ApprovalCommand;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.GrantApproval;
import counterfoil.domain.approval.ApprovalCommand.RequestApproval;
import counterfoil.domain.approval.ApprovalCommand.UseApproval;
import counterfoil.domain.approval.ApprovalCommand.WithdrawApproval;
import counterfoil.domain.approval.ApprovalDecider;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsRejected;
import counterfoil.domain.approval.ApprovalRefusal.BalanceChanged;
import counterfoil.domain.approval.ApprovalRefusal.NotShown;
import counterfoil.domain.approval.ApprovalRefusal.NotTheMaker;
import counterfoil.domain.approval.ApprovalRefusal.OtherFigures;
import counterfoil.domain.approval.ApprovalState;
import counterfoil.domain.approval.ApprovalState.Granted;
import counterfoil.domain.approval.ApprovalState.Pending;
import counterfoil.domain.approval.ApprovalState.Rejected;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.approval.ApprovalState.Used;
import counterfoil.domain.approval.ApprovalState.Withdrawn;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.staff.StaffName;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How an act comes by the approval that it needs. For one thread, once. */
final class Approving {
  private final Footing footing;
  private final Scene scene;
  private final Plan.Ready ready;
  private final List<ApprovalEvent> events = new ArrayList<>();
  private ApprovalState state;

  Approving(Footing footing, Plan.Ready ready) {
    this.footing = footing;
    this.scene = footing.scene();
    this.ready = ready;
    this.state = new Unasked();
  }

  /** The streams it takes. */
  static List<Concern> concerns(Scene scene) {
    return switch (scene.seconded()) {
      case Alone _ -> List.of();
      case FromQueue _ -> List.of(Concern.writes(Subjects.approval(scene.commandId())));
      case AtDesk(var approver, _, _) ->
          approver.equals(scene.who())
              ? List.of(Concern.writes(Subjects.approval(scene.commandId())))
              : List.of(
                  Concern.writes(Subjects.approval(scene.commandId())),
                  Concern.reads(Subjects.staff(approver)));
    };
  }

  /** What is recorded of it with the act, and who approved; either may be nothing. */
  record Given(Optional<StaffName> approver, List<Change<?, ?>> changes) {}

  /** Either that, or what the act comes to instead. */
  sealed interface Answer {
    record Yes(Given given) implements Answer {}

    record No(Ruling ruling) implements Answer {}
  }

  Answer answer() {
    return ready.conditions().isEmpty() ? unneeded() : needed();
  }

  private Answer needed() {
    Seconded seconded = scene.seconded();
    if (seconded instanceof Alone) {
      return new Answer.No(new Ruling.Asks(ready.conditions(), text(footing, ready)));
    }
    state = footing.standing().of(Subjects.approval(scene.commandId()));
    if (!(seconded instanceof AtDesk desk)) {
      return answer(used());
    }
    Optional<Refusal> other = request().flatMap(this::refuseOther);
    if (other.isPresent()) {
      return answer(other);
    }
    if (state instanceof Pending waiting) {
      Optional<Refusal> overtaken =
          refuseUnseen(waiting, desk).or(() -> refuseMoved(waiting.request()));
      if (overtaken.isPresent()) {
        return answer(overtaken);
      }
    }
    String text = toBeSigned(desk.shown());
    if (desk.shown().filter(shown -> !shown.equals(text)).isPresent()) {
      // It has come to something else since it was shown: nobody signs what they have not seen.
      return new Answer.No(new Ruling.Asks(ready.conditions(), ActText.of(text)));
    }
    return answer(signed(desk, text).or(this::used));
  }

  /** Nobody is named as an approver of what needed none; what was asked for is withdrawn. */
  private Answer unneeded() {
    return switch (scene.seconded()) {
      case Alone _ -> answer(Optional.empty());
      case AtDesk _ -> answer(Optional.of(new ApprovalNotNeeded()));
      case FromQueue _ -> {
        state = footing.standing().of(Subjects.approval(scene.commandId()));
        yield answer(overtaken());
      }
    };
  }

  /** An approval under this command's id must be of this very act. */
  private Optional<Refusal> overtaken() {
    return switch (state) {
      case Unasked _ -> Optional.empty();
      case Pending(var request) -> refuseOther(request).or(this::withdrawn);
      case Granted(var request, _) -> refuseOther(request).or(this::withdrawn);
      case Rejected(var request, var approver, var reason) ->
          refuseOther(request).or(() -> Optional.of(new ApprovalIsRejected(approver, reason)));
      case Used(var request, _) -> refuseOther(request);
      case Withdrawn(var request) -> refuseOther(request);
    };
  }

  /** What was asked for under this command's id. */
  private Optional<ApprovalRequested> request() {
    return switch (state) {
      case Unasked _ -> Optional.empty();
      case Pending(var request) -> Optional.of(request);
      case Granted(var request, _) -> Optional.of(request);
      case Rejected(var request, _, _) -> Optional.of(request);
      case Used(var request, _) -> Optional.of(request);
      case Withdrawn(var request) -> Optional.of(request);
    };
  }

  private Optional<Refusal> refuseOther(ApprovalRequested request) {
    if (!request.maker().equals(scene.who())) {
      return Optional.of(new NotTheMaker(request.maker()));
    }
    return request.digest().equals(digest(scene))
        ? Optional.empty()
        : Optional.of(new OtherFigures());
  }

  private Optional<Refusal> withdrawn() {
    return obey(new WithdrawApproval(scene.commandId(), scene.who()));
  }

  private Answer answer(Optional<Refusal> refusal) {
    return refusal
        .<Answer>map(found -> new Answer.No(new Ruling.Declined(found)))
        .orElseGet(() -> new Answer.Yes(new Given(approver(), changes())));
  }

  private List<Change<?, ?>> changes() {
    return events.isEmpty()
        ? List.of()
        : List.of(new Change<>(Subjects.approval(scene.commandId()), events));
  }

  /** What waits with its balances is signed by nobody who has seen the order alone. */
  private Optional<Refusal> refuseUnseen(Pending waiting, AtDesk desk) {
    if (desk.shown().isPresent()) {
      return Optional.empty();
    }
    var checker = new Checker(desk.approver(), footing.roles(desk.approver()));
    var grant = new GrantApproval(scene.commandId(), checker, scene.now());
    return ApprovalDecider.decide(waiting, grant) instanceof Decision.Refused<ApprovalEvent>(var no)
        ? Optional.of(no)
        : Optional.of(new NotShown(scene.commandId()));
  }

  /** What was asked for already is signed as it was asked for. */
  private String toBeSigned(Optional<String> shown) {
    if (state instanceof Pending(var request) && request.digest().equals(digest(scene))) {
      return request.text();
    }
    return (shown.isPresent() ? text(footing, ready) : scene.text().get()).canonical();
  }

  /** The approver has given their password over the text: asked and granted in the same moment. */
  private Optional<Refusal> signed(AtDesk desk, String text) {
    Optional<Refusal> refusal =
        state instanceof Unasked ? obey(request(footing, ready, text)) : Optional.empty();
    return refusal
        .or(() -> footing.refuseHand(desk.approver(), desk.hand()))
        .or(() -> obey(granted(footing, desk.approver(), desk.hand(), scene.commandId(), state)));
  }

  /** The approver's word, signed over what the request has shown them. */
  static GrantApproval granted(
      Footing footing,
      StaffName approver,
      Optional<Hand> hand,
      UUID approval,
      ApprovalState asked) {
    Optional<TextSignature> signature =
        asked instanceof Pending(var request)
            ? hand.map(own -> signature(own, request))
            : Optional.empty();
    var checker = new Checker(approver, footing.roles(approver));
    return new GrantApproval(approval, checker, signature, footing.scene().now());
  }

  private static TextSignature signature(Hand hand, ApprovalRequested request) {
    byte[] message = TextSignature.message(request.approval(), request.digest(), request.text());
    Base64.Encoder base64 = Base64.getEncoder();
    return new TextSignature(
        base64.encodeToString(hand.publicKey()), base64.encodeToString(hand.sign(message)));
  }

  private Optional<Refusal> used() {
    Optional<Refusal> refusal =
        obey(new UseApproval(scene.commandId(), scene.who(), digest(scene), scene.now()));
    // Something else may speak against the act by now than what was approved.
    return refusal.or(
        () -> state instanceof Used(var request, _) ? refuseMoved(request) : Optional.empty());
  }

  /**
   * Why what is about to be posted is not what was read: other amounts, other balances of the
   * accounts, or another reason why it needs somebody else.
   */
  private Optional<Refusal> refuseMoved(ApprovalRequested request) {
    ActText read = ActText.of(request.text());
    ActText now = text(footing, ready);
    boolean seen = !read.figures().isEmpty();
    if (!request.amount().equals(ready.amount())
        || (seen && !read.figures().equals(now.figures()))) {
      return Optional.of(new OtherFigures());
    }
    Optional<Refusal> moved = read.movedIn(now).map(BalanceChanged::new);
    return moved.or(() ->
        request.conditions().containsAll(ready.conditions())
            ? Optional.empty()
            : Optional.of(new OtherFigures()));
  }

  /** Nobody where the act needed no approval. */
  private Optional<StaffName> approver() {
    return !ready.conditions().isEmpty() && state instanceof Used used
        ? Optional.of(used.approver())
        : Optional.empty();
  }

  private Optional<Refusal> obey(ApprovalCommand command) {
    return switch (ApprovalDecider.decide(state, command)) {
      case Decision.Refused<ApprovalEvent>(var refusal) -> Optional.of(refusal);
      case Decision.Accepted<ApprovalEvent>(var decided) -> {
        for (ApprovalEvent event : decided) {
          state = state.after(event);
          events.add(event);
        }
        yield Optional.empty();
      }
    };
  }

  /** The act with all that it does. */
  static ActText text(Footing footing, Plan.Ready ready) {
    Scene scene = footing.scene();
    var effect = Effect.of(ready.changes(), footing.standing(), scene.branch().currency());
    return scene.text().get().with(effect, EffectSentence.of(effect, ready.conditions()));
  }

  /** What is asked for: this act, with these figures. */
  static RequestApproval request(Footing footing, Plan.Ready ready) {
    return request(footing, ready, text(footing, ready).canonical());
  }

  private static RequestApproval request(Footing footing, Plan.Ready ready, String text) {
    Scene scene = footing.scene();
    return new RequestApproval(
        scene.commandId(),
        scene.who(),
        text,
        digest(scene),
        ready.conditions(),
        ready.amount(),
        scene.now(),
        scene.now().plus(footing.settings().approvalTime()));
  }

  private static ActDigest digest(Scene scene) {
    return ActDigest.of(scene.digest());
  }
}

package counterfoil.application.acts;

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
import counterfoil.domain.approval.ApprovalCommand;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.GrantApproval;
import counterfoil.domain.approval.ApprovalCommand.RequestApproval;
import counterfoil.domain.approval.ApprovalCommand.UseApproval;
import counterfoil.domain.approval.ApprovalDecider;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalRefusal.OtherFigures;
import counterfoil.domain.approval.ApprovalState;
import counterfoil.domain.approval.ApprovalState.Granted;
import counterfoil.domain.approval.ApprovalState.Pending;
import counterfoil.domain.approval.ApprovalState.Rejected;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.approval.ApprovalState.Used;
import counterfoil.domain.approval.ApprovalState.Withdrawn;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.approval.TextSignature;
import counterfoil.domain.staff.StaffName;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** How an act comes by the approval that it needs. For one thread, once. */
final class Approving {
  private final Footing footing;
  private final Scene scene;
  private final Set<Condition> conditions;
  private final Optional<Money> amount;
  private final List<ApprovalEvent> events = new ArrayList<>();
  private ApprovalState state;

  /**
   * @param conditions why one is needed, at least one
   */
  Approving(Footing footing, Set<Condition> conditions, Optional<Money> amount) {
    this.footing = footing;
    this.scene = footing.scene();
    this.conditions = conditions;
    this.amount = amount;
    this.state = new Unasked();
  }

  /** The streams it takes. */
  static List<Concern> concerns(Scene scene) {
    return switch (scene.seconded()) {
      case Alone _ -> List.of();
      case FromQueue _ -> List.of(Concern.writes(Subjects.approval(scene.commandId())));
      case AtDesk(var approver, _) ->
          approver.equals(scene.who())
              ? List.of(Concern.writes(Subjects.approval(scene.commandId())))
              : List.of(
                  Concern.writes(Subjects.approval(scene.commandId())),
                  Concern.reads(Subjects.staff(approver)));
    };
  }

  /** Who approved, and what is recorded of it with the act. */
  record Given(StaffName approver, Change<?, ?> change) {}

  /** Either that, or what the act comes to instead. */
  sealed interface Answer {
    record Yes(Given given) implements Answer {}

    record No(Ruling ruling) implements Answer {}
  }

  Answer answer() {
    Seconded seconded = scene.seconded();
    if (seconded instanceof Alone) {
      return new Answer.No(new Ruling.Asks(conditions));
    }
    state = footing.standing().of(Subjects.approval(scene.commandId()));
    Optional<Refusal> refusal =
        seconded instanceof AtDesk(var approver, var hand)
            ? signed(approver, hand)
            : Optional.empty();
    return refusal
        .or(this::used)
        .<Answer>map(found -> new Answer.No(new Ruling.Declined(found)))
        .orElseGet(() ->
            new Answer.Yes(
                new Given(approver(), new Change<>(Subjects.approval(scene.commandId()), events))));
  }

  /** The approver has given their password over the text: asked and granted in the same moment. */
  private Optional<Refusal> signed(StaffName approver, Optional<Hand> hand) {
    Optional<Refusal> refusal =
        state instanceof Unasked ? obey(request(footing, conditions, amount)) : Optional.empty();
    return refusal
        .or(() -> footing.refuseHand(approver, hand))
        .or(() -> obey(granted(footing, approver, hand, scene.commandId(), state)));
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
    return refusal.or(() ->
        state instanceof Used(var request, _)
                && !(request.conditions().containsAll(conditions)
                    && request.amount().equals(amount))
            ? Optional.of(new OtherFigures())
            : Optional.empty());
  }

  private StaffName approver() {
    return switch (state) {
      case Granted granted -> granted.approver();
      case Used used -> used.approver();
      case Unasked _, Pending _, Rejected _, Withdrawn _ -> throw new IllegalStateException();
    };
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

  /** What is asked for: this act, with these figures. */
  static RequestApproval request(
      Footing footing, Set<Condition> conditions, Optional<Money> amount) {
    Scene scene = footing.scene();
    return new RequestApproval(
        scene.commandId(),
        scene.who(),
        scene.text().get(),
        digest(scene),
        conditions,
        amount,
        scene.now(),
        scene.now().plus(footing.settings().approvalTime()));
  }

  private static ActDigest digest(Scene scene) {
    return ActDigest.of(scene.digest());
  }
}

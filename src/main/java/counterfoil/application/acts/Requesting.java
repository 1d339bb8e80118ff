package counterfoil.application.acts;

import counterfoil.application.OrderRefusal.ApprovalNotNeeded;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.acts.Plan.Why;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Decision;
import counterfoil.domain.approval.ApprovalDecider;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.staff.Permission;
import java.util.ArrayList;
import java.util.List;

/** Asks for the approval of another act, which is planned but not done. */
public final class Requesting extends PlannedAct {
  private final PlannedAct asked;

  /**
   * @param scene of the asking itself
   * @param asked what is to be approved, under its own command
   */
  public Requesting(Scene scene, PlannedAct asked) {
    super(scene);
    this.asked = asked;
  }

  @Override
  List<Concern> own() {
    List<Concern> own = new ArrayList<>();
    own.add(Concern.writes(Subjects.approval(asked.scene().commandId())));
    asked.own().forEach(concern -> own.add(Concern.reads(concern.subject())));
    return own;
  }

  @Override
  Plan plan(Footing footing) {
    var inner = new Footing(asked.scene(), footing.standing());
    return switch (asked.plan(inner)) {
      case Plan.Refused refused -> refused;
      case Plan.Also also -> also;
      case Ready ready when ready.conditions().isEmpty() ->
          new Plan.Refused(new ApprovalNotNeeded());
      case Ready ready -> requested(inner, ready);
    };
  }

  private static Plan requested(Footing inner, Ready ready) {
    var subject = Subjects.approval(inner.scene().commandId());
    var command = Approving.request(inner, ready);
    return switch (ApprovalDecider.decide(inner.standing().of(subject), command)) {
      case Decision.Refused<ApprovalEvent>(var refusal) -> new Plan.Refused(refusal);
      case Decision.Accepted<ApprovalEvent>(var events) ->
          Ready.of(Permission.SERVE_CUSTOMERS, new Change<>(subject, events))
              .because(Why.from(inner.session()));
    };
  }
}

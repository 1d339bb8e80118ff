package counterfoil.application.acts;

import counterfoil.application.dispatch.Act;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Ruling;
import counterfoil.application.dispatch.Standing;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ActText;
import counterfoil.domain.staff.StaffName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An act of a member of staff: planned first, then approved where that is needed. */
public abstract class PlannedAct implements Act {
  private final Scene scene;

  PlannedAct(Scene scene) {
    this.scene = scene;
  }

  final Scene scene() {
    return scene;
  }

  /** The streams of its own; what every act rests on is added. The first is the main one. */
  abstract List<Concern> own();

  /** What it comes to. Decided on states alone. */
  abstract Plan plan(Footing footing);

  /** What it would come to, with the text that an approver would read. */
  public record Rehearsed(Plan plan, ActText text) {}

  public final Rehearsed rehearsed(Standing standing) {
    var footing = new Footing(scene, standing);
    Plan plan = plan(footing);
    return new Rehearsed(
        plan,
        plan instanceof Plan.Ready ready ? Approving.text(footing, ready) : scene.text().get());
  }

  @Override
  public final List<Concern> concerns() {
    List<Concern> all = new ArrayList<>(own());
    Footing.concerns(scene).forEach(concern -> addUnless(all, concern));
    Approving.concerns(scene).forEach(concern -> addUnless(all, concern));
    return all;
  }

  /** A stream that the act writes is looked at as well. */
  private static void addUnless(List<Concern> all, Concern concern) {
    boolean there =
        all.stream().anyMatch(other -> other.subject().stream().equals(concern.subject().stream()));
    if (!there) {
      all.add(concern);
    }
  }

  @Override
  public final Ruling decide(Standing standing) {
    var footing = new Footing(scene, standing);
    Optional<Refusal> unsigned = footing.refuseHand(scene.who(), scene.hand());
    if (unsigned.isPresent()) {
      return new Ruling.Declined(unsigned.get());
    }
    return switch (plan(footing)) {
      case Plan.Refused(var refusal) -> new Ruling.Declined(refusal);
      case Plan.Also(var concerns) -> new Ruling.Also(concerns);
      case Plan.Ready ready -> approved(footing, ready);
    };
  }

  private static Ruling approved(Footing footing, Plan.Ready ready) {
    return switch (new Approving(footing, ready).answer()) {
      case Approving.Answer.No(var ruling) -> ruling;
      case Approving.Answer.Yes(var given) -> {
        List<Change<?, ?>> changes = new ArrayList<>(ready.changes());
        changes.addAll(given.changes());
        yield records(footing, ready, changes, given.approver());
      }
    };
  }

  private static Ruling records(
      Footing footing, Plan.Ready ready, List<Change<?, ?>> changes, Optional<StaffName> approver) {
    return new Ruling.Records(
        changes, footing.provenance(ready.permission(), ready.why(), approver));
  }
}

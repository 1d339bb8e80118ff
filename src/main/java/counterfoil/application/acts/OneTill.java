package counterfoil.application.acts;

import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillDecider;
import counterfoil.domain.till.TillId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An act at one till, or between two. */
abstract class OneTill extends PlannedAct {
  private final List<TillId> tills;

  OneTill(Scene scene, TillId... tills) {
    super(scene);
    this.tills = Stream.of(tills).distinct().toList();
  }

  @Override
  List<Concern> own() {
    return tills.stream().map(till -> Concern.writes(Subjects.till(till))).toList();
  }

  /** The plan, if the person keeps this till: their own, or the vault as a head teller. */
  final Plan keeping(Footing footing, TillId till, Function<Permission, Plan> plan) {
    Permission permission = till.isVault() ? Permission.RUN_VAULT : Permission.KEEP_TILL;
    Optional<Refusal> refusal =
        footing.refuse(permission).or(footing::refuseDay).or(() -> refuseOthers(footing, till));
    return refusal.<Plan>map(Plan.Refused::new).orElseGet(() -> plan.apply(permission));
  }

  private static Optional<Refusal> refuseOthers(Footing footing, TillId till) {
    return till.isVault()
        ? Optional.empty()
        : TillDecider.refuseServing(
            footing.standing().of(Subjects.till(till)),
            till,
            footing.scene().who().value(),
            footing.businessDate());
  }
}

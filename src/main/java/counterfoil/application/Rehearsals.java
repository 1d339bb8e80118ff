package counterfoil.application;

import counterfoil.application.acts.Plan;
import counterfoil.application.acts.PlannedAct.Rehearsed;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.approval.ActText;
import java.util.List;

/** Says what an act would come to in the words of who asks. */
final class Rehearsals {
  private Rehearsals() {}

  static List<Concern> also(Rehearsed rehearsed) {
    return also(rehearsed.plan());
  }

  static List<Concern> also(Plan plan) {
    return plan instanceof Plan.Also(var concerns) ? concerns : List.of();
  }

  static Rehearsal of(Plan plan, ActText text) {
    return switch (plan) {
      case Plan.Refused(var refusal) -> new Rehearsal.Impossible(refusal);
      case Plan.Also also -> throw new IllegalStateException(also.toString());
      case Plan.Ready ready ->
          new Rehearsal.Possible(
              ready.effects().accounts(),
              ready.effects().received(),
              ready.effects().given(),
              ready.effects().drawer(),
              ready.effects().aboveSoftLimit(),
              ready.conditions(),
              text.canonical());
    };
  }
}

package counterfoil.application;

import counterfoil.application.acts.Plan;
import counterfoil.application.dispatch.Concern;
import java.util.List;

/** Says what an act would come to in the words of who asks. */
final class Rehearsals {
  private Rehearsals() {}

  static List<Concern> also(Plan plan) {
    return plan instanceof Plan.Also(var concerns) ? concerns : List.of();
  }

  static Rehearsal of(Plan plan, String text) {
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
              text);
    };
  }
}

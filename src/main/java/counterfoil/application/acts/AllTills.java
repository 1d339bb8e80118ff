package counterfoil.application.acts;

import counterfoil.application.dispatch.Concern;
import counterfoil.application.dispatch.Subject;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An act at one till that depends on all others: what they have offered it, and whether its teller
 * has one of them open. A till that came into use after the act was made is in the settings, which
 * every act looks at: it is looked at as well then.
 */
abstract class AllTills extends PlannedAct {
  private final TillId till;
  private final List<TillId> others;
  private final boolean opens;

  /**
   * @param others every till that was ever used, and the vault; {@code till} may be among them
   * @param opens whether it takes what the others have offered, and may be the till's first use
   */
  AllTills(Scene scene, TillId till, List<TillId> others, boolean opens) {
    super(scene);
    this.till = till;
    this.opens = opens;
    this.others = Stream.concat(others.stream(), scene.till().stream()).toList();
  }

  @Override
  final List<Concern> own() {
    List<Concern> own = new ArrayList<>();
    own.add(Concern.writes(Subjects.till(till)));
    others.stream()
        .distinct()
        .filter(each -> !each.equals(till))
        .map(each -> concern(Subjects.till(each)))
        .forEach(own::add);
    own.add(concern(Subjects.SETTINGS));
    return own;
  }

  private Concern concern(Subject<?, ?> subject) {
    return new Concern(subject, opens);
  }

  @Override
  final Plan plan(Footing footing) {
    List<Concern> unseen = footing.unseenTills().stream().map(this::concern).toList();
    return unseen.isEmpty() ? planned(footing) : new Plan.Also(unseen);
  }

  /** As {@link #plan}, once every till is known. */
  abstract Plan planned(Footing footing);

  /** All of them, its own first. */
  final Stream<TillId> tills(Footing footing) {
    return Stream.of(Stream.of(till), others.stream(), footing.settings().tills().stream())
        .flatMap(each -> each)
        .distinct();
  }

  /** What the others have offered this one. */
  final List<Offer> waiting(Footing footing) {
    return tills(footing)
        .flatMap(giver -> footing.standing().of(Subjects.till(giver)).offers().values().stream())
        .filter(offer -> offer.to().equals(till))
        .toList();
  }
}

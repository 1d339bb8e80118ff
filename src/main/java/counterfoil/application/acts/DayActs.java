package counterfoil.application.acts;

import counterfoil.application.Order;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.acts.Plan.Why;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Decision;
import counterfoil.domain.approval.ApprovalState.Pending;
import counterfoil.domain.branch.DayCommand;
import counterfoil.domain.branch.DayDecider;
import counterfoil.domain.branch.DayEvent;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The opening and closing of the business day. */
public final class DayActs {
  private DayActs() {}

  public static PlannedAct open(Scene scene, Order.OpenBusinessDay order) {
    return new PlannedAct(scene) {
      @Override
      List<Concern> own() {
        return List.of(Concern.writes(Subjects.DAY));
      }

      @Override
      Plan plan(Footing footing) {
        var command = new DayCommand.OpenBusinessDay(order.date(), scene.today());
        return decided(footing, command, Why.NONE.on(order.date()));
      }
    };
  }

  /**
   * @param tills every till that was ever used, and the vault
   * @param approvals that somebody still waits for
   */
  public static PlannedAct close(
      Scene scene, Order.CloseBusinessDay order, List<TillId> tills, List<UUID> approvals) {
    return new PlannedAct(scene) {
      @Override
      List<Concern> own() {
        List<Concern> own = new ArrayList<>();
        own.add(Concern.writes(Subjects.DAY));
        tills.forEach(till -> own.add(Concern.reads(Subjects.till(till))));
        approvals.forEach(id -> own.add(Concern.reads(Subjects.approval(id))));
        return own;
      }

      @Override
      Plan plan(Footing footing) {
        List<Concern> unseen = footing.unseenTills().stream().<Concern>map(Concern::reads).toList();
        if (!unseen.isEmpty()) {
          return new Plan.Also(unseen);
        }
        List<String> open = new ArrayList<>();
        Stream.concat(tills.stream(), footing.settings().tills().stream())
            .distinct()
            .forEach(till -> open.addAll(leftOpen(footing, till)));
        for (UUID id : approvals) {
          if (footing.standing().of(Subjects.approval(id)) instanceof Pending pending
              && pending.openAt(scene.now())) {
            open.add(
                "approval %s asked by %s: reject it, or have %2$s withdraw it"
                    .formatted(id, pending.request().maker()));
          }
        }
        var command = new DayCommand.CloseBusinessDay(open, order.forced(), order.reason());
        return decided(footing, command, Why.NONE.because(order.reason()));
      }
    };
  }

  private static List<String> leftOpen(Footing footing, TillId till) {
    TillState state = footing.standing().of(Subjects.till(till));
    List<String> open = new ArrayList<>();
    state
        .session()
        .ifPresent(session -> open.add("till %s of %s".formatted(till, session.teller())));
    for (Offer offer : state.offers().values()) {
      open.add("%s offered by %s to %s".formatted(offer.cash().total(), offer.from(), offer.to()));
    }
    return open;
  }

  private static Plan decided(Footing footing, DayCommand command, Why why) {
    var refusal = footing.refuse(Permission.RUN_DAY);
    if (refusal.isPresent()) {
      return new Plan.Refused(refusal.get());
    }
    return switch (DayDecider.decide(footing.day(), command)) {
      case Decision.Refused<DayEvent>(var no) -> new Plan.Refused(no);
      case Decision.Accepted<DayEvent>(var events) ->
          Ready.of(Permission.RUN_DAY, new Change<>(Subjects.DAY, events)).because(why);
    };
  }
}

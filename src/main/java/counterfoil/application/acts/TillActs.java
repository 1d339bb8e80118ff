package counterfoil.application.acts;

import counterfoil.application.Order.AcceptCash;
import counterfoil.application.Order.BringCashIn;
import counterfoil.application.Order.CloseTill;
import counterfoil.application.Order.CountTill;
import counterfoil.application.Order.DeclineCash;
import counterfoil.application.Order.OfferCash;
import counterfoil.application.Order.OpenTill;
import counterfoil.application.Order.SendCashOut;
import counterfoil.application.OrderRefusal.OwnMoneyCount;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.Offer;
import counterfoil.domain.till.TillCommand;
import counterfoil.domain.till.TillCommand.CountCash;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is done at tills and the vault. */
public final class TillActs {
  private TillActs() {}

  /**
   * Opens a till with the float that waits for it.
   *
   * @param givers the tills, and the vault, that may have offered it something
   */
  public static PlannedAct open(Scene scene, OpenTill order, List<TillId> givers) {
    return new AllTills(scene, order.till(), givers, true) {
      @Override
      Plan planned(Footing footing) {
        Optional<Refusal> refusal = footing.refuse(Permission.KEEP_TILL).or(footing::refuseDay);
        if (refusal.isPresent()) {
          return new Plan.Refused(refusal.get());
        }
        List<Offer> waiting = waiting(footing);
        var command =
            new TillCommand.OpenTill(
                order.till(),
                scene.who().value(),
                footing.businessDate(),
                order.counted(),
                order.reason());
        var elsewhere = tills(footing).filter(till -> isOwn(footing, till)).findFirst();
        return new TillPlan(footing, Permission.KEEP_TILL)
            .decided((decider, tills) ->
                decider.open(tills.of(order.till()), command, elsewhere, waiting))
            .because(order.reason())
            .adding(order.till())
            .plan();
      }
    };
  }

  /** A count in between, by somebody else than who serves from it; or of the vault. */
  public static PlannedAct count(Scene scene, CountTill order) {
    Permission permission = order.till().isVault() ? Permission.RUN_VAULT : Permission.COUNT_TILLS;
    return new OneTill(scene, order.till()) {
      @Override
      Plan plan(Footing footing) {
        Optional<Refusal> refusal =
            footing
                .refuse(permission)
                .or(footing::refuseDay)
                .or(() ->
                    isOwn(footing, order.till())
                        ? Optional.of(new OwnMoneyCount(order.till().value()))
                        : Optional.empty());
        return refusal
            .<Plan>map(Plan.Refused::new)
            .orElseGet(() ->
                new TillPlan(footing, permission)
                    .one(new CountCash(order.till(), order.counted(), order.reason()))
                    .because(order.reason())
                    .plan());
      }
    };
  }

  /**
   * Ends a session: one's own, or as a head teller somebody else's.
   *
   * @param givers the tills, and the vault, that may have offered it something
   */
  public static PlannedAct close(Scene scene, CloseTill order, List<TillId> givers) {
    return new AllTills(scene, order.till(), givers, false) {
      @Override
      Plan planned(Footing footing) {
        boolean others =
            footing.standing().of(Subjects.till(order.till())).session().isPresent()
                && !isOwn(footing, order.till());
        Permission permission = others ? Permission.FORCE_CLOSE_TILL : Permission.KEEP_TILL;
        var command =
            new TillCommand.CloseTill(
                order.till(),
                order.counted(),
                order.reason(),
                order.handOver() ? Optional.of(scene.commandId()) : Optional.empty());
        return footing
            .refuse(permission)
            .<Plan>map(Plan.Refused::new)
            .orElseGet(() ->
                new TillPlan(footing, permission)
                    .decided((decider, tills) ->
                        decider.close(tills.of(order.till()), command, waiting(footing)))
                    .because(order.reason())
                    .plan());
      }
    };
  }

  /** Cash into the bag for another till, or for the vault. */
  public static PlannedAct offer(Scene scene, OfferCash order) {
    var command =
        new TillCommand.OfferCash(order.from(), scene.commandId(), order.to(), order.cash());
    return new OneTill(scene, order.from()) {
      @Override
      List<Concern> own() {
        List<Concern> own = new ArrayList<>(super.own());
        if (!order.to().equals(order.from())) {
          own.add(Concern.reads(Subjects.till(order.to())));
        }
        if (order.from().isVault()) {
          own.add(Concern.writes(Subjects.SETTINGS));
        }
        return own;
      }

      @Override
      Plan plan(Footing footing) {
        boolean known = TillPlan.isKnown(footing, order.to());
        return keeping(
            footing,
            order.from(),
            permission ->
                new TillPlan(footing, permission)
                    .decided(
                        (decider, tills) -> decider.offer(tills.of(order.from()), command, known))
                    .adding(order.to())
                    .plan());
      }
    };
  }

  /** What another till or the vault has offered. */
  public static PlannedAct accept(Scene scene, AcceptCash order) {
    var command = new TillCommand.AcceptCash(order.to(), order.offer(), order.from());
    return new OneTill(scene, order.to(), order.from()) {
      @Override
      Plan plan(Footing footing) {
        return keeping(
            footing,
            order.to(),
            permission ->
                new TillPlan(footing, permission)
                    .decided((decider, tills) ->
                        decider.accept(tills.of(order.from()), tills.of(order.to()), command))
                    .plan());
      }
    };
  }

  /**
   * Refused by whom it was offered to, or taken back: whoever keeps the giver takes it back,
   * whatever till they name. A head teller does either for tills that nobody keeps any more.
   */
  public static PlannedAct decline(Scene scene, DeclineCash order) {
    return new OneTill(scene, order.from(), order.to()) {
      @Override
      Plan plan(Footing footing) {
        boolean back = !keeps(footing, order.to()) && keeps(footing, order.from());
        TillId by = back ? order.from() : order.to();
        var command = new TillCommand.DeclineCash(by, order.offer(), order.from(), order.reason());
        return answering(
            footing,
            by,
            permission ->
                new TillPlan(footing, permission)
                    .decided((decider, tills) -> decider.decline(tills.of(order.from()), command))
                    .because(order.reason())
                    .plan());
      }

      // A till left open over the end of a day may still get its bag back: or it never closes.
      private Plan answering(Footing footing, TillId by, Function<Permission, Plan> plan) {
        boolean own = isOwn(footing, by);
        if (by.isVault() || !(own || footing.may(Permission.FORCE_CLOSE_TILL))) {
          return keeping(footing, by, plan);
        }
        Permission permission = own ? Permission.KEEP_TILL : Permission.FORCE_CLOSE_TILL;
        return footing
            .refuse(permission)
            .or(footing::refuseDay)
            .<Plan>map(Plan.Refused::new)
            .orElseGet(() -> plan.apply(permission));
      }
    };
  }

  private static boolean keeps(Footing footing, TillId till) {
    return till.isVault() ? footing.may(Permission.RUN_VAULT) : isOwn(footing, till);
  }

  public static PlannedAct bringIn(Scene scene, BringCashIn order) {
    return vault(scene, new TillCommand.BringIn(order.cash(), order.source()));
  }

  public static PlannedAct sendOut(Scene scene, SendCashOut order) {
    return vault(scene, new TillCommand.SendOut(order.cash(), order.destination()));
  }

  private static PlannedAct vault(Scene scene, TillCommand.OfOneTill command) {
    return new OneTill(scene, TillId.VAULT) {
      @Override
      Plan plan(Footing footing) {
        return keeping(
            footing,
            TillId.VAULT,
            permission -> new TillPlan(footing, permission).one(command).plan());
      }
    };
  }

  static boolean isOwn(Footing footing, TillId till) {
    TillState state = footing.standing().of(Subjects.till(till));
    return state
        .session()
        .filter(session -> session.teller().equals(footing.scene().who().value()))
        .isPresent();
  }
}

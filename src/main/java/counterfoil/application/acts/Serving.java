package counterfoil.application.acts;

import static counterfoil.domain.staff.Permission.SERVE_CUSTOMERS;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Serve;
import counterfoil.application.OrderRefusal.NoCashInvolved;
import counterfoil.application.OrderRefusal.NoOwnTill;
import counterfoil.application.acts.Plan.Effects;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.acts.Plan.Refused;
import counterfoil.application.acts.Plan.Why;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Serves a customer: accounts, and where notes and coins go over the counter, the teller's till, in
 * one act. Tellers serve from an open till of their own only; a head teller also without one, as
 * long as no cash moves.
 */
public final class Serving extends PlannedAct {
  private final Serve order;

  public Serving(Scene scene, Serve order) {
    super(scene);
    this.order = order;
  }

  @Override
  List<Concern> own() {
    List<Concern> own =
        new ArrayList<>(
            order.commands().stream()
                .flatMap(command -> Accounts.of(command).stream())
                .distinct()
                .map(number -> Concern.writes(Subjects.account(number)))
                .toList());
    own.addAll(Cheques.concerns(order.commands()));
    scene().till().map(Subjects::till).map(Concern::writes).ifPresent(own::add);
    return own;
  }

  @Override
  Plan plan(Footing footing) {
    Permission permission = Terms.permission(order.commands());
    Optional<Refusal> refusal =
        footing
            .refuse(permission)
            .or(() -> refuseOthers(footing))
            .or(footing::refuseDay)
            .or(() -> footing.refuseWithoutTill(permission));
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    List<Concern> holders = Holders.missing(footing, order.commands());
    return holders.isEmpty() ? served(footing, permission) : new Plan.Also(holders);
  }

  /** Each command needs a permission of its own, not only the act its strongest. */
  private Optional<Refusal> refuseOthers(Footing footing) {
    return order.commands().stream()
        .map(Terms::permission)
        .map(footing::refuse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Plan served(Footing footing, Permission permission) {
    var accounts =
        new Accounts(
            Circumstances.of(scene().branch().currency(), footing.businessDate())
                .allowingHeldMoney(),
            footing.standing());
    // Bands are those of the role that serves, whatever else is in the order.
    Permission serving = footing.may(SERVE_CUSTOMERS) ? SERVE_CUSTOMERS : permission;
    var check = new Check(footing, footing.actsAs(serving));
    var cheques = new Cheques(footing.standing(), footing.businessDate());
    for (AccountCommand command : order.commands()) {
      Optional<Refusal> refusal =
          Terms.refuse(footing, accounts, command)
              .or(() -> Holders.refuse(footing, accounts, command))
              .or(() -> accounts.obey(Terms.fill(scene(), footing, accounts, command)))
              .or(() -> cheques.take(command))
              .or(() -> check.look(accounts, command));
      if (refusal.isPresent()) {
        return new Refused(refusal.get());
      }
    }
    return withCash(footing, new Served(permission, accounts, cheques, check));
  }

  /** What the commands have come to. */
  private record Served(Permission permission, Accounts accounts, Cheques cheques, Check check) {}

  private Plan withCash(Footing footing, Served served) {
    Accounts accounts = served.accounts();
    Money in = accounts.paidIn();
    Money out = accounts.paidOut();
    CashSlip slip = order.cash();
    boolean told = slip.received().isPresent() || slip.given().isPresent();
    if (in.isEqual(out) && (in.isZero() || !told)) {
      return told ? new Refused(new NoCashInvolved(in)) : ready(served, Effects.NONE, List.of());
    }
    if (scene().till().isEmpty()) {
      return new Refused(new NoOwnTill(scene().who().value()));
    }
    var drawer = new Drawer(scene().till().get(), footing);
    return switch (drawer.move(in, out, slip, accounts.only(), accounts.what())) {
      case Drawer.Answer.No(var refusal) -> new Refused(refusal);
      case Drawer.Answer.Yes(var moved) -> {
        Cash after = moved.after().drawer(scene().branch().currency());
        var effects =
            new Effects(
                accounts.states(),
                Optional.of(moved.received()),
                Optional.of(moved.given()),
                Optional.of(after),
                footing.settings().tillLimits().aboveSoft(after).isPresent());
        yield ready(served, effects, List.of(moved.change()));
      }
    };
  }

  private static Plan ready(Served served, Effects effects, List<Change<?, ?>> cash) {
    Check check = served.check();
    List<Change<?, ?>> changes = new ArrayList<>(served.accounts().changes());
    changes.addAll(served.cheques().changes());
    changes.addAll(cash);
    return new Ready(
        changes,
        served.permission(),
        Why.from(check.footing().session()),
        check.conditions(),
        check.amount(),
        effects.with(served.accounts().states()));
  }
}

package counterfoil.application.acts;

import counterfoil.application.Order.CashSlip;
import counterfoil.application.Order.Reverse;
import counterfoil.application.OrderRefusal.NoCashInvolved;
import counterfoil.application.OrderRefusal.NoOwnTill;
import counterfoil.application.OrderRefusal.NothingToReverse;
import counterfoil.application.OrderRefusal.ReversalTooLate;
import counterfoil.application.acts.Plan.Effects;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.acts.Plan.Refused;
import counterfoil.application.acts.Plan.Why;
import counterfoil.application.dispatch.Change;
import counterfoil.application.dispatch.Concern;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.Circumstances;
import counterfoil.domain.approval.ActKind;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Takes a whole act back: accounts, fees and cash together, by entries of its own. A teller does so
 * on the same business day and with an approval; later it takes a head teller. The cash goes back
 * through the till of whoever reverses; where no till has a record of it, none moves, and a second
 * person is told so and signs it.
 */
public final class Reversing extends PlannedAct {
  private final Reverse order;
  private final Original original;

  public Reversing(Scene scene, Reverse order, Original original) {
    super(scene);
    this.order = order;
    this.original = original;
  }

  @Override
  List<Concern> own() {
    List<Concern> own = new ArrayList<>();
    original.postings().stream()
        .map(posting -> posting.event().account())
        .distinct()
        .map(number -> Concern.writes(Subjects.account(number)))
        .forEach(own::add);
    own.addAll(Cheques.concerns(original.cheques().stream()));
    scene().till().map(Subjects::till).map(Concern::writes).ifPresent(own::add);
    return own;
  }

  @Override
  Plan plan(Footing footing) {
    boolean today = original.businessDate().equals(footing.businessDate());
    Permission permission = today ? Permission.REVERSE_TODAY : Permission.REVERSE_EARLIER;
    Optional<Refusal> refusal =
        footing
            .refuse(Permission.REVERSE_TODAY)
            .or(() -> refuseLate(footing, permission))
            .or(footing::refuseDay)
            .or(() -> footing.refuseWithoutTill(permission))
            .or(this::refuseNothing);
    return refusal.<Plan>map(Refused::new).orElseGet(() -> undone(footing, permission));
  }

  private Optional<Refusal> refuseLate(Footing footing, Permission permission) {
    return footing.may(permission)
        ? Optional.empty()
        : Optional.of(new ReversalTooLate(order.position(), original.businessDate().toString()));
  }

  private Optional<Refusal> refuseNothing() {
    return original.postings().isEmpty()
        ? Optional.of(new NothingToReverse(order.position()))
        : Optional.empty();
  }

  private Plan undone(Footing footing, Permission permission) {
    var circumstances = Circumstances.of(scene().branch().currency(), footing.businessDate());
    var accounts = new Accounts(circumstances, footing.standing());
    for (AccountCommand command : original.reversals(order.reason())) {
      Optional<Refusal> refusal = accounts.obey(command);
      if (refusal.isPresent()) {
        return new Refused(refusal.get());
      }
    }
    Role actsAs = footing.actsAs(permission);
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    var check = new Check(footing, actsAs);
    check.lookAtTheClock();
    CurrencyUnit currency = scene().branch().currency();
    Optional<Refusal> beyond =
        look(check, ActKind.CASH_IN, original.given(currency).total())
            .or(() -> look(check, ActKind.CASH_OUT, original.received(currency).total()));
    if (beyond.isPresent()) {
      return new Refused(beyond.get());
    }
    conditions.addAll(check.conditions());
    // A head teller who takes back what somebody else did is the second person already, as long as
    // no cash is handed out, nor money taken back whose cash is nobody's here to give or take.
    boolean second = actsAs == Role.HEAD_TELLER && !original.actor().equals(scene().who().value());
    if (!second || !original.received(currency).isEmpty() || original.unknownToTills()) {
      conditions.add(Condition.REVERSAL);
    }
    return withCash(footing, permission, accounts, conditions);
  }

  private static Optional<Refusal> look(Check check, ActKind kind, Money cash) {
    return cash.isZero() ? Optional.empty() : check.look(kind, cash);
  }

  private Plan withCash(
      Footing footing, Permission permission, Accounts accounts, Set<Condition> conditions) {
    Cash taken = original.received(scene().branch().currency());
    Cash handed = original.given(scene().branch().currency());
    if (taken.isEmpty() && handed.isEmpty()) {
      boolean told = order.cash().received().isPresent() || order.cash().given().isPresent();
      return told
          ? new Refused(new NoCashInvolved(taken.total()))
          : ready(footing, permission, accounts, conditions, Effects.NONE, List.of());
    }
    if (scene().till().isEmpty()) {
      return new Refused(new NoOwnTill(scene().who().value()));
    }
    var slip =
        new CashSlip(
            order.cash().received().or(() -> Optional.of(handed)),
            order.cash().given().or(() -> Optional.of(taken)));
    var drawer = new Drawer(scene().till().get(), footing);
    Money in = handed.total();
    Money out = taken.total();
    return switch (drawer.move(in, out, slip, accounts.only(), "reverse")) {
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
        yield ready(footing, permission, accounts, conditions, effects, List.of(moved.change()));
      }
    };
  }

  private Plan ready(
      Footing footing,
      Permission permission,
      Accounts accounts,
      Set<Condition> conditions,
      Effects effects,
      List<Change<?, ?>> cash) {
    List<Change<?, ?>> changes = new ArrayList<>(accounts.changes());
    var cheques = new Cheques(footing.standing(), footing.businessDate());
    original.cheques().forEach(cheques::handBack);
    changes.addAll(cheques.changes());
    changes.addAll(cash);
    return new Ready(
        changes,
        permission,
        Why.from(footing.session()).because(order.reason()).after(original.commandId()),
        conditions,
        Optional.of(original.largest(scene().branch().currency())),
        effects.with(accounts.states()));
  }
}

package counterfoil.application.acts;

import counterfoil.application.acts.Plan.Effects;
import counterfoil.application.acts.Plan.Ready;
import counterfoil.application.acts.Plan.Why;
import counterfoil.application.dispatch.Change;
import counterfoil.domain.Decision;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.branch.BranchEvent.TillAdded;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.cash.Cash;
import counterfoil.domain.staff.Permission;
import counterfoil.domain.till.TillCommand;
import counterfoil.domain.till.TillDecider;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillEvent.CashOverShortBooked;
import counterfoil.domain.till.TillEvent.TillOpened;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillSession;
import counterfoil.domain.till.TillState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Plans what tills come to. A large difference between count and drawer asks for another person.
 */
final class TillPlan {
  private final Footing footing;
  private final Permission permission;
  private final CurrencyUnit currency;
  private Decision<TillEvent> decision = new Decision.Accepted<>(List.of());
  private String reason = "";
  private Optional<TillId> added = Optional.empty();

  TillPlan(Footing footing, Permission permission) {
    this.footing = footing;
    this.permission = permission;
    this.currency = footing.scene().branch().currency();
  }

  /** The tills as they stand. */
  interface Tills {
    TillState of(TillId till);
  }

  TillPlan one(TillCommand.OfOneTill command) {
    return decided((decider, tills) -> decider.decide(tills.of(command.till()), command));
  }

  TillPlan decided(BiFunction<TillDecider, Tills, Decision<TillEvent>> rule) {
    var decider =
        new TillDecider(
            footing.settings().denominations(currency), footing.settings().tillLimits());
    decision = rule.apply(decider, till -> footing.standing().of(Subjects.till(till)));
    return this;
  }

  TillPlan because(String given) {
    reason = given;
    return this;
  }

  /** With this act the till comes into use, unless it was before. */
  TillPlan adding(TillId till) {
    added = Optional.of(till).filter(each -> !isKnown(footing, each));
    return this;
  }

  /** Whether the till has been in use. */
  static boolean isKnown(Footing footing, TillId till) {
    return till.isVault()
        || footing.settings().tills().contains(till)
        || footing.standing().of(Subjects.till(till)) instanceof TillState.Used;
  }

  Plan plan() {
    return switch (decision) {
      case Decision.Refused<TillEvent>(var refusal) -> new Plan.Refused(refusal);
      case Decision.Accepted<TillEvent>(var events) -> ready(events);
    };
  }

  private Plan ready(List<TillEvent> events) {
    Map<TillId, List<TillEvent>> byTill = new LinkedHashMap<>();
    events.forEach(
        event -> byTill.computeIfAbsent(event.till(), _ -> new ArrayList<>()).add(event));
    List<Change<?, ?>> changes = new ArrayList<>();
    byTill.forEach((till, own) -> changes.add(new Change<>(Subjects.till(till), own)));
    added.ifPresent(
        till -> changes.add(new Change<>(Subjects.SETTINGS, List.of(new TillAdded(till)))));
    return new Ready(
        changes,
        permission,
        Why.from(session(events)).because(reason),
        conditions(events),
        difference(events).map(Money::abs),
        effects(byTill));
  }

  private Set<Condition> conditions(List<TillEvent> events) {
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    Optional<Money> limit = footing.settings().limit(LimitName.OVER_SHORT_SECOND_PERSON);
    if (limit.isPresent()
        && difference(events).map(Money::abs).filter(limit.get()::isLessThan).isPresent()) {
      conditions.add(Condition.OVER_SHORT);
    }
    return conditions;
  }

  private static Optional<Money> difference(List<TillEvent> events) {
    return events.stream()
        .filter(CashOverShortBooked.class::isInstance)
        .map(event -> ((CashOverShortBooked) event).difference())
        .findFirst();
  }

  private Optional<TillSession> session(List<TillEvent> events) {
    for (TillEvent event : events) {
      if (event instanceof TillOpened opened) {
        return Optional.of(opened.session());
      }
    }
    return events.stream()
        .map(TillEvent::till)
        .filter(till -> !till.isVault())
        .flatMap(till -> footing.standing().of(Subjects.till(till)).session().stream())
        .filter(session -> session.teller().equals(footing.scene().who().value()))
        .map(TillState.Session::id)
        .findFirst();
  }

  private Effects effects(Map<TillId, List<TillEvent>> byTill) {
    TillId last = List.copyOf(byTill.keySet()).getLast();
    TillState state = footing.standing().of(Subjects.till(last));
    for (TillEvent event : byTill.getOrDefault(last, List.of())) {
      state = state.after(event);
    }
    Cash drawer = state.drawer(currency);
    return new Effects(
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(drawer),
        !last.isVault() && footing.settings().tillLimits().aboveSoft(drawer).isPresent());
  }
}

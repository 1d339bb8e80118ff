package counterfoil.application.acts;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountCommand;
import counterfoil.domain.account.AccountCommand.CreditInterest;
import counterfoil.domain.account.AccountCommand.InterestDue;
import counterfoil.domain.approval.ActKind;
import counterfoil.domain.approval.Bands;
import counterfoil.domain.approval.Condition;
import counterfoil.domain.approval.Conditions;
import counterfoil.domain.branch.LimitName;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.staff.Role;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/**
 * Gathers why an act needs an approval, command after command; refuses what is beyond everybody's
 * limit. For one thread, once.
 */
final class Check {
  private final Footing footing;
  private final Role actsAs;
  private final Bands bands;
  private final Set<Condition> conditions = EnumSet.noneOf(Condition.class);
  private final Map<ActKind, Money> sums = new EnumMap<>(ActKind.class);
  private Optional<Money> amount = Optional.empty();

  Check(Footing footing, Role actsAs) {
    this.footing = footing;
    this.actsAs = actsAs;
    this.bands = bands(footing.settings());
  }

  /** Outside the branch's hours nobody works alone, but for the back office. */
  void lookAtTheClock() {
    if (footing.settings().isAfterHours(footing.scene().localTime())) {
      conditions.add(Condition.AFTER_HOURS);
    }
  }

  Footing footing() {
    return footing;
  }

  Set<Condition> conditions() {
    return conditions;
  }

  /** The largest amount that was looked at. */
  Optional<Money> amount() {
    return amount;
  }

  void add(Condition condition) {
    conditions.add(condition);
  }

  /** Looks at a command that the accounts have just obeyed. */
  Optional<Refusal> look(Accounts accounts, AccountCommand command) {
    conditions.addAll(accounts.conditions(footing.businessDate()));
    conditions.addAll(Holders.conditions(footing, accounts, command));
    if (command instanceof CreditInterest c) {
      lookAtInterest(c);
    } else {
      lookAtTheClock();
    }
    return Terms.kind(command).flatMap(kind -> look(kind, accounts.moved()));
  }

  /** Other interest than the product's rate comes to is bounded as fees are, whoever credits it. */
  private void lookAtInterest(CreditInterest c) {
    Optional<InterestDue> earned = Optional.ofNullable(footing.scene().interest().get(c.account()));
    boolean asEarned =
        earned
            .filter(due -> due.amount().isEqual(c.amount()) && due.period().equals(c.period()))
            .isPresent();
    Optional<Money> most = footing.settings().limit(LimitName.APPROVAL_FEE);
    if (!asEarned && most.filter(c.amount()::isGreaterThan).isPresent()) {
      conditions.add(Condition.AMOUNT);
      amount = Optional.of(c.amount().toMoney(RoundingMode.HALF_EVEN));
    }
  }

  /** Several of a kind in one act count together. */
  Optional<Refusal> look(ActKind kind, Money one) {
    Money moved = sums.merge(kind, one, Money::plus);
    if (amount.isEmpty() || moved.isGreaterThan(amount.get())) {
      amount = Optional.of(moved);
    }
    conditions.addAll(Conditions.of(bands, actsAs, kind, moved, Set.of()));
    return Conditions.refuse(bands, kind, moved);
  }

  private static Bands bands(Settings settings) {
    Map<ActKind, Money> teller = new EnumMap<>(ActKind.class);
    Map<ActKind, Money> supervisor = new EnumMap<>(ActKind.class);
    for (ActKind kind : ActKind.values()) {
      settings.limit(limit("approval.", kind)).ifPresent(money -> teller.put(kind, money));
      settings.limit(limit("supervisor.", kind)).ifPresent(money -> supervisor.put(kind, money));
    }
    return new Bands(teller, supervisor);
  }

  private static LimitName limit(String prefix, ActKind kind) {
    return LimitName.parse(prefix + kind.code()).orElseThrow();
  }
}

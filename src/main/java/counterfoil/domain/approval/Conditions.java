package counterfoil.domain.approval;

import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ApprovalRefusal.BeyondSupervisor;
import counterfoil.domain.staff.Role;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** When an act needs a second person, and when no second person helps. */
public final class Conditions {
  private Conditions() {}

  /**
   * Why an act needs an approval; empty where it needs none.
   *
   * @param actsAs the maker's role in it. A teller's amounts are bounded by the teller's band, a
   *     head teller's by the supervisor's, beyond which {@link #refuse} lets nobody go. Every other
   *     condition asks a second person of whoever acts
   * @param flags what else speaks for it
   */
  public static Set<Condition> of(
      Bands bands, Role actsAs, ActKind kind, Money amount, Set<Condition> flags) {
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    conditions.addAll(flags);
    boolean above = bands.tellers(kind).filter(amount::isGreaterThan).isPresent();
    if (above && actsAs != Role.HEAD_TELLER) {
      conditions.add(Condition.AMOUNT);
    }
    return conditions;
  }

  /** What is more than any supervisor may do or approve. */
  public static Optional<Refusal> refuse(Bands bands, ActKind kind, Money amount) {
    return bands
        .supervisors(kind)
        .filter(amount::isGreaterThan)
        .map(limit -> new BeyondSupervisor(amount, limit));
  }

  /** Whether a person with these roles may approve so much. */
  public static boolean allows(Bands bands, Set<Role> roles, ActKind kind, Money amount) {
    return roles.contains(Role.HEAD_TELLER) && refuse(bands, kind, amount).isEmpty();
  }

  /** Whether {@code time} is outside the hours; {@code to} itself is outside. */
  public static boolean afterHours(LocalTime time, LocalTime from, LocalTime to) {
    return time.isBefore(from) || !time.isBefore(to);
  }
}

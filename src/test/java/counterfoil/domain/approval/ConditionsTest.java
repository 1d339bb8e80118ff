package counterfoil.domain.approval;

import static counterfoil.domain.approval.ActKind.CASH_OUT;
import static counterfoil.domain.approval.ActKind.FEE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.domain.approval.ApprovalRefusal.BeyondSupervisor;
import counterfoil.domain.staff.Role;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Money THOUSAND = Money.parse("EUR 1000.00");
  private static final Money TEN_THOUSAND = Money.parse("EUR 10000.00");
  private static final Money CENT = Money.parse("EUR 0.01");

  /** A teller pays out up to 1,000 alone, the branch up to 10,000. */
  private static final Bands BANDS =
      new Bands(Map.of(CASH_OUT, THOUSAND), Map.of(CASH_OUT, TEN_THOUSAND));

  private static Set<Condition> of(Role role, ActKind kind, Money amount, Condition... flags) {
    return Conditions.of(BANDS, role, kind, amount, Set.of(flags));
  }

  @Test
  void a_teller_needs_an_approval_above_their_band_only() {
    assertEquals(Set.of(), of(Role.TELLER, CASH_OUT, THOUSAND));
    assertEquals(Set.of(Condition.AMOUNT), of(Role.TELLER, CASH_OUT, THOUSAND.plus(CENT)));
  }

  @Test
  void a_head_teller_goes_up_to_the_supervisors_band_alone() {
    assertEquals(Set.of(), of(Role.HEAD_TELLER, CASH_OUT, TEN_THOUSAND));
  }

  @Test
  void a_kind_of_act_without_a_band_has_no_limit() {
    assertEquals(Set.of(), of(Role.TELLER, FEE, TEN_THOUSAND.multipliedBy(100)));
    assertEquals(Optional.empty(), Conditions.refuse(BANDS, FEE, TEN_THOUSAND.plus(CENT)));
    assertEquals(
        Set.of(), Conditions.of(Bands.NONE, Role.TELLER, CASH_OUT, TEN_THOUSAND, Set.of()));
  }

  @Test
  void every_other_condition_asks_a_second_person_of_whoever_acts() {
    assertEquals(
        Set.of(Condition.DORMANT), of(Role.HEAD_TELLER, CASH_OUT, CENT, Condition.DORMANT));
    assertEquals(
        Set.of(Condition.AMOUNT, Condition.HOLD, Condition.AFTER_HOURS),
        of(Role.TELLER, CASH_OUT, TEN_THOUSAND, Condition.HOLD, Condition.AFTER_HOURS));
  }

  @Test
  void beyond_the_supervisors_band_no_approval_helps() {
    Money more = TEN_THOUSAND.plus(CENT);
    assertEquals(Optional.empty(), Conditions.refuse(BANDS, CASH_OUT, TEN_THOUSAND));
    assertEquals(
        Optional.of(new BeyondSupervisor(more, TEN_THOUSAND)),
        Conditions.refuse(BANDS, CASH_OUT, more));
    assertFalse(Conditions.allows(BANDS, Set.of(Role.HEAD_TELLER), CASH_OUT, more));
  }

  @Test
  void only_a_head_teller_has_a_band_to_approve_in() {
    assertTrue(Conditions.allows(BANDS, Set.of(Role.HEAD_TELLER), CASH_OUT, TEN_THOUSAND));
    assertFalse(Conditions.allows(BANDS, Set.of(Role.TELLER), CASH_OUT, CENT));
    assertFalse(Conditions.allows(BANDS, Set.of(Role.ADMINISTRATOR), CASH_OUT, CENT));
  }

  @Test
  void hours_begin_with_their_first_minute_and_end_before_their_last() {
    LocalTime nine = LocalTime.of(9, 0);
    LocalTime five = LocalTime.of(17, 0);
    assertTrue(Conditions.afterHours(LocalTime.of(8, 59, 59), nine, five));
    assertFalse(Conditions.afterHours(nine, nine, five));
    assertFalse(Conditions.afterHours(LocalTime.of(16, 59, 59), nine, five));
    assertTrue(Conditions.afterHours(five, nine, five));
  }
}

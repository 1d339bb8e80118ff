package counterfoil.domain.branch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.domain.Decision;
import counterfoil.domain.InputRefusal.TextNotPlain;
import counterfoil.domain.branch.DayCommand.CloseBusinessDay;
import counterfoil.domain.branch.DayCommand.OpenBusinessDay;
import counterfoil.domain.branch.DayEvent.BusinessDayClosed;
import counterfoil.domain.branch.DayEvent.BusinessDayOpened;
import counterfoil.domain.branch.DayRefusal.DateNotLater;
import counterfoil.domain.branch.DayRefusal.DateTooFarAhead;
import counterfoil.domain.branch.DayRefusal.DayAlreadyOpen;
import counterfoil.domain.branch.DayRefusal.DayNotOpen;
import counterfoil.domain.branch.DayRefusal.ForceNeedsReason;
import counterfoil.domain.branch.DayRefusal.LeftOpen;
import counterfoil.domain.branch.DayState.ClosedDay;
import counterfoil.domain.branch.DayState.NoDay;
import counterfoil.domain.branch.DayState.OpenDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The business date is its own fact: it goes forward, one day at a time. */
class DayDeciderTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final List<String> TILLS = List.of("Till T-01 is open", "Till T-02 is open");

  private static Decision<DayEvent> open(DayState state, LocalDate date, LocalDate today) {
    return DayDecider.decide(state, new OpenBusinessDay(date, today));
  }

  private static Decision<DayEvent> close(List<String> left, boolean forced, String reason) {
    return DayDecider.decide(new OpenDay(MONDAY), new CloseBusinessDay(left, forced, reason));
  }

  @Test
  void the_first_day_may_be_any_date_up_to_seven_days_ahead() {
    DayState none = new NoDay();
    LocalDate earlier = MONDAY.minusYears(1);
    assertEquals(Decision.accepted(new BusinessDayOpened(earlier)), open(none, earlier, MONDAY));
    LocalDate furthest = MONDAY.plusDays(7);
    assertEquals(Decision.accepted(new BusinessDayOpened(furthest)), open(none, furthest, MONDAY));
    assertEquals(
        Decision.refused(new DateTooFarAhead(furthest.plusDays(1), furthest)),
        open(none, furthest.plusDays(1), MONDAY));
  }

  @Test
  void two_days_are_never_open_at_once() {
    assertEquals(
        Decision.refused(new DayAlreadyOpen(MONDAY)), open(new OpenDay(MONDAY), TUESDAY, TUESDAY));
  }

  @Test
  void the_business_date_only_goes_forward() {
    DayState closed = new ClosedDay(MONDAY);
    assertEquals(Decision.refused(new DateNotLater(MONDAY, MONDAY)), open(closed, MONDAY, TUESDAY));
    assertEquals(
        Decision.refused(new DateNotLater(MONDAY.minusDays(1), MONDAY)),
        open(closed, MONDAY.minusDays(1), TUESDAY));
    assertEquals(Decision.accepted(new BusinessDayOpened(TUESDAY)), open(closed, TUESDAY, TUESDAY));
  }

  @Test
  void a_day_with_nothing_left_open_closes_even_if_force_was_offered() {
    BusinessDayClosed closed = new BusinessDayClosed(MONDAY, false, "", List.of());
    assertEquals(Decision.accepted(closed), close(List.of(), false, ""));
    assertEquals(Decision.accepted(closed), close(List.of(), true, ""));
  }

  @Test
  void a_day_that_is_not_open_does_not_close() {
    CloseBusinessDay close = new CloseBusinessDay(List.of(), false, "");
    assertEquals(
        Decision.refused(new DayNotOpen()), DayDecider.decide(new ClosedDay(MONDAY), close));
    assertEquals(Decision.refused(new DayNotOpen()), DayDecider.decide(new NoDay(), close));
  }

  @Test
  void what_is_open_still_is_listed() {
    assertEquals(
        Decision.refused(new LeftOpen(2, "Till T-01 is open; Till T-02 is open")),
        close(TILLS, false, "Fire alarm"));
  }

  @Test
  void closing_over_what_is_open_takes_force_and_a_reason_and_goes_on_record() {
    assertEquals(Decision.refused(new ForceNeedsReason(2)), close(TILLS, true, " "));
    assertEquals(
        Decision.accepted(new BusinessDayClosed(MONDAY, true, "Fire alarm", TILLS)),
        close(TILLS, true, "Fire alarm"));
    assertEquals(Decision.refused(new TextNotPlain("reason")), close(TILLS, true, "a\nb"));
  }

  @Test
  void what_happened_makes_the_state() {
    DayState open = new NoDay().after(new BusinessDayOpened(MONDAY));
    assertEquals(Optional.of(MONDAY), open.openDate());
    DayState closed = open.after(new BusinessDayClosed(MONDAY, false, "", List.of()));
    assertEquals(Optional.empty(), closed.openDate());
    assertEquals(Optional.of(MONDAY), closed.latestDate());
    assertEquals(new OpenDay(TUESDAY), closed.after(new BusinessDayOpened(TUESDAY)));
  }

  @Test
  void what_cannot_follow_is_damage() {
    DayState open = new OpenDay(MONDAY);
    assertThrows(IllegalStateException.class, () -> open.after(new BusinessDayOpened(TUESDAY)));
    assertThrows(
        IllegalStateException.class,
        () -> open.after(new BusinessDayClosed(TUESDAY, false, "", List.of())));
    assertThrows(
        IllegalStateException.class,
        () -> new ClosedDay(MONDAY).after(new BusinessDayOpened(MONDAY)));
  }
}

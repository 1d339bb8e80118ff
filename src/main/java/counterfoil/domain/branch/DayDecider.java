package counterfoil.domain.branch;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
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
import java.time.LocalDate;
import java.util.Optional;

/** The rules of the business day: state and command in, events or a refusal out. */
public final class DayDecider {
  /** How far the business date may be ahead of the clock: over a week of holidays, no further. */
  public static final int MAX_DAYS_AHEAD = 7;

  private DayDecider() {}

  public static Decision<DayEvent> decide(DayState state, DayCommand command) {
    return switch (command) {
      case OpenBusinessDay c -> open(state, c);
      case CloseBusinessDay c ->
          state.openDate().map(date -> close(date, c)).orElseGet(() -> refused(new DayNotOpen()));
    };
  }

  private static Decision<DayEvent> open(DayState state, OpenBusinessDay c) {
    if (state.openDate().isPresent()) {
      return refused(new DayAlreadyOpen(state.openDate().get()));
    }
    Optional<LocalDate> latest = state.latestDate();
    if (latest.isPresent() && !c.date().isAfter(latest.get())) {
      return refused(new DateNotLater(c.date(), latest.get()));
    }
    LocalDate furthest = c.today().plusDays(MAX_DAYS_AHEAD);
    return c.date().isAfter(furthest)
        ? refused(new DateTooFarAhead(c.date(), furthest))
        : accepted(new BusinessDayOpened(c.date()));
  }

  private static Decision<DayEvent> close(LocalDate date, CloseBusinessDay c) {
    if (c.leftOpen().isEmpty()) {
      return closed(new BusinessDayClosed(date, false, c.reason(), c.leftOpen()));
    }
    if (!c.forced()) {
      return refused(new LeftOpen(c.leftOpen().size(), String.join("; ", c.leftOpen())));
    }
    return c.reason().isBlank()
        ? refused(new ForceNeedsReason(c.leftOpen().size()))
        : closed(new BusinessDayClosed(date, true, c.reason(), c.leftOpen()));
  }

  private static Decision<DayEvent> closed(BusinessDayClosed event) {
    Optional<Refusal> refusal =
        Limits.refuseText("reason", event.reason(), Limits.MAX_NARRATIVE_LENGTH);
    return refusal.<Decision<DayEvent>>map(Decision::refused).orElseGet(() -> accepted(event));
  }
}

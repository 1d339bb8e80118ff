package counterfoil.domain.branch;

import counterfoil.domain.branch.DayEvent.BusinessDayClosed;
import counterfoil.domain.branch.DayEvent.BusinessDayOpened;
import java.time.LocalDate;
import java.util.Optional;

/** The branch's business day as its events have made it. */
public sealed interface DayState {
  /** No day has been opened yet. */
  record NoDay() implements DayState {}

  record OpenDay(LocalDate date) implements DayState {}

  /** Between two days; {@code date} is the last one's. */
  record ClosedDay(LocalDate date) implements DayState {}

  /** The business date to post under; nothing while no day is open. */
  default Optional<LocalDate> openDate() {
    return this instanceof OpenDay(var date) ? Optional.of(date) : Optional.empty();
  }

  /** The last date that was opened, open or not. */
  default Optional<LocalDate> latestDate() {
    return switch (this) {
      case NoDay _ -> Optional.empty();
      case OpenDay(var date) -> Optional.of(date);
      case ClosedDay(var date) -> Optional.of(date);
    };
  }

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if the event cannot follow: the record itself is damaged then
   */
  default DayState after(DayEvent event) {
    return switch (event) {
      case BusinessDayOpened(var date)
          when openDate().isEmpty() && latestDate().stream().allMatch(date::isAfter) ->
          new OpenDay(date);
      case BusinessDayClosed e when this.equals(new OpenDay(e.date())) -> new ClosedDay(e.date());
      case BusinessDayOpened _, BusinessDayClosed _ ->
          throw new IllegalStateException(
              event.getClass().getSimpleName() + " cannot follow in the days' history");
    };
  }
}

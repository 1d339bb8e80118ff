package counterfoil.domain.branch;

import java.time.LocalDate;
import java.util.List;

/** Something that happened to the branch's business day. */
public sealed interface DayEvent {
  LocalDate date();

  record BusinessDayOpened(LocalDate date) implements DayEvent {}

  /**
   * @param forced whether it was closed over what was left open
   * @param reason empty where it was not forced and none was given
   * @param leftOpen what was left open, a line each; empty unless forced
   */
  record BusinessDayClosed(LocalDate date, boolean forced, String reason, List<String> leftOpen)
      implements DayEvent {
    public BusinessDayClosed {
      leftOpen = List.copyOf(leftOpen);
    }
  }
}

package counterfoil.domain.branch;

import java.time.LocalDate;
import java.util.List;

/** What may be asked of the business day. */
public sealed interface DayCommand {
  /**
   * @param today the clock's date, which the business date may be behind of, but not far ahead
   */
  record OpenBusinessDay(LocalDate date, LocalDate today) implements DayCommand {}

  /**
   * @param leftOpen what is open still, a line each: tills, offers, approvals
   * @param forced to close over it; needs a reason
   */
  record CloseBusinessDay(List<String> leftOpen, boolean forced, String reason)
      implements DayCommand {
    public CloseBusinessDay {
      leftOpen = List.copyOf(leftOpen);
    }
  }
}

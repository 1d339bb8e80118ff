package counterfoil.domain.branch;

import counterfoil.domain.Refusal;
import java.time.LocalDate;

/** Why the business day was not opened or closed, or nothing can be posted under it. */
public sealed interface DayRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case DayNotOpen _ -> "day_not_open";
      case DayAlreadyOpen _ -> "day_already_open";
      case DateNotLater _ -> "date_not_later";
      case DateTooFarAhead _ -> "date_too_far_ahead";
      case LeftOpen _ -> "left_open";
      case ForceNeedsReason _ -> "force_needs_reason";
    };
  }

  record DayNotOpen() implements DayRefusal {}

  record DayAlreadyOpen(LocalDate date) implements DayRefusal {}

  /** The business date only goes forward. */
  record DateNotLater(LocalDate date, LocalDate latest) implements DayRefusal {}

  record DateTooFarAhead(LocalDate date, LocalDate furthest) implements DayRefusal {}

  /**
   * @param what all that is open still, in one text, separated by semicolons
   */
  record LeftOpen(int count, String what) implements DayRefusal {}

  record ForceNeedsReason(int count) implements DayRefusal {}
}

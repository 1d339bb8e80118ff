package counterfoil.domain.review;

import counterfoil.domain.review.ReviewEvent.ExceptionSignedOff;
import counterfoil.domain.staff.StaffName;

/** The review of one entry as its events have made it. */
public sealed interface ReviewState {
  /** Nobody has looked yet. */
  record Open() implements ReviewState {}

  record SignedOff(StaffName by, String comment) implements ReviewState {}

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if it was signed off before: the record itself is damaged then
   */
  default ReviewState after(ReviewEvent event) {
    return switch (this) {
      case Open _ ->
          switch (event) {
            case ExceptionSignedOff e -> new SignedOff(e.by(), e.comment());
          };
      case SignedOff _ ->
          throw new IllegalStateException(
              event.getClass().getSimpleName() + " cannot follow in this review's history");
    };
  }
}

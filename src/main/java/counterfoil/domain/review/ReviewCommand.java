package counterfoil.domain.review;

import counterfoil.domain.staff.StaffName;
import java.util.Optional;

/** What may be asked of the review of one entry. */
public sealed interface ReviewCommand {
  long position();

  /**
   * @param made who stands in the entry
   * @param othersCanReview whether anybody else could sign it off
   */
  record SignOff(long position, StaffName by, Hands made, boolean othersCanReview, String comment)
      implements ReviewCommand {}

  /** Who did what an entry tells, and who approved it, if anybody did. */
  record Hands(String actor, Optional<String> approver) {}
}

package counterfoil.domain.review;

import counterfoil.domain.staff.StaffName;

/** What may be asked of the review of one entry. */
public sealed interface ReviewCommand {
  long position();

  /**
   * @param madeBy the entry's actor
   */
  record SignOff(long position, StaffName by, String madeBy, String comment)
      implements ReviewCommand {}
}

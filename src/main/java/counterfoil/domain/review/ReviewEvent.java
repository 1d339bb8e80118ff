package counterfoil.domain.review;

import counterfoil.domain.staff.StaffName;

/** Something that happened in the review of one entry. */
public sealed interface ReviewEvent {
  /** The entry that was looked at, from 1. */
  long position();

  record ExceptionSignedOff(long position, StaffName by, String comment) implements ReviewEvent {}
}

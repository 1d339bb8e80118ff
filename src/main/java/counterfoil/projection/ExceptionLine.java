package counterfoil.projection;

import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An act that a supervisor looks at.
 *
 * @param line the first entry of the act that is one; a review names its position
 * @param kinds at least one
 * @param act the positions of all entries of the act
 * @param review nothing while nobody has signed it off
 */
public record ExceptionLine(
    JournalLine line, Set<Kind> kinds, List<Long> act, Optional<Review> review) {
  public ExceptionLine {
    kinds = Set.copyOf(kinds);
    act = List.copyOf(act);
  }

  /** Why somebody looks at it. */
  public enum Kind {
    REVERSAL,
    /** Approved by a second person. */
    OVERRIDE,
    /** Money of an account moved outside the branch's hours. */
    AFTER_HOURS,
    /** The account's holder, or one of them, bears the name of who acted. */
    OWN_ACCOUNT,
    /** An account was closed on the date on which it was opened. */
    OPENED_AND_CLOSED,
    /** A count was not what was expected. */
    OVER_SHORT,
    /** A till was closed by somebody else than its teller, or the day over what was left open. */
    FORCED_CLOSING
  }

  /** Who has looked at it, and what they say. */
  public record Review(StaffName by, Instant at, String comment) {}
}

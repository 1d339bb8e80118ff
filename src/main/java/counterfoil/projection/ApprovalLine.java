package counterfoil.projection;

import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An approval as it stands.
 *
 * @param approver who granted or rejected it
 * @param reason why it was rejected, or empty
 * @param postedOn the business date on which it was asked for
 * @param position the request's
 */
public record ApprovalLine(
    ApprovalRequested request,
    Status status,
    Optional<StaffName> approver,
    String reason,
    LocalDate postedOn,
    Instant requestedAt,
    Optional<Instant> decidedAt,
    long position) {
  public enum Status {
    PENDING,
    GRANTED,
    REJECTED,
    USED,
    WITHDRAWN
  }

  /** Whether somebody can still decide on it. */
  public boolean openAt(Instant now) {
    return status == Status.PENDING && now.isBefore(request.expiresAt());
  }
}

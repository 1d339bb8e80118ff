package counterfoil.domain.approval;

import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;

/** An approval as its events have made it. Each holds the request it began with. */
public sealed interface ApprovalState {

  /** No event yet. */
  record Unasked() implements ApprovalState {}

  /** Waits for somebody to decide. */
  record Pending(ApprovalRequested request) implements ApprovalState {
    /** Whether it can still be decided. */
    public boolean openAt(Instant now) {
      return now.isBefore(request.expiresAt());
    }
  }

  /** May be used once, for its very act, until it expires. */
  record Granted(ApprovalRequested request, StaffName approver) implements ApprovalState {}

  record Rejected(ApprovalRequested request, StaffName approver, String reason)
      implements ApprovalState {}

  record Used(ApprovalRequested request, StaffName approver) implements ApprovalState {}

  record Withdrawn(ApprovalRequested request) implements ApprovalState {}

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if the event cannot follow: the record itself is damaged then
   */
  default ApprovalState after(ApprovalEvent event) {
    return switch (event) {
      case ApprovalRequested e when this instanceof Unasked -> new Pending(e);
      case ApprovalGranted e when this instanceof Pending(var request) ->
          new Granted(request, e.approver());
      case ApprovalRejected e when this instanceof Pending(var request) ->
          new Rejected(request, e.approver(), e.reason());
      case ApprovalUsed _ when this instanceof Granted(var request, var approver) ->
          new Used(request, approver);
      case ApprovalWithdrawn _ when this instanceof Pending(var request) -> new Withdrawn(request);
      case ApprovalWithdrawn _ when this instanceof Granted(var request, _) ->
          new Withdrawn(request);
      case ApprovalRequested _,
          ApprovalGranted _,
          ApprovalRejected _,
          ApprovalUsed _,
          ApprovalWithdrawn _ ->
          throw new IllegalStateException(
              event.getClass().getSimpleName() + " cannot follow in this approval's history");
    };
  }
}

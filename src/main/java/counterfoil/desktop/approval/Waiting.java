package counterfoil.desktop.approval;

import counterfoil.application.Outcome.ApprovalNeeded;
import counterfoil.application.Posting;
import counterfoil.projection.ApprovalLine;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An act of this desk that was sent to the queue.
 *
 * @param approval as last read; nothing until it has been
 */
public record Waiting(Posting posting, ApprovalNeeded needed, Optional<ApprovalLine> approval) {
  /** What can be done with it now. */
  public enum Stage {
    /** Nobody has decided yet. */
    ASKED,
    /** It can be posted. */
    GRANTED,
    REJECTED,
    EXPIRED,
    /** Posted or withdrawn, here or elsewhere. */
    OVER
  }

  public UUID id() {
    return posting.commandId();
  }

  public Stage stageAt(Instant now) {
    if (approval.isEmpty()) {
      return Stage.ASKED;
    }
    boolean expired = !now.isBefore(approval.get().request().expiresAt());
    return switch (approval.get().status()) {
      case PENDING -> expired ? Stage.EXPIRED : Stage.ASKED;
      case GRANTED -> expired ? Stage.EXPIRED : Stage.GRANTED;
      case REJECTED -> Stage.REJECTED;
      case USED, WITHDRAWN -> Stage.OVER;
    };
  }

  Waiting with(Optional<ApprovalLine> newApproval) {
    return new Waiting(posting, needed, newApproval);
  }
}

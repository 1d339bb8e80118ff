package counterfoil.domain.approval;

import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** Something that happened to one approval. Its id is that of the command it is for. */
public sealed interface ApprovalEvent {
  UUID approval();

  /**
   * @param text what the checker signs: the {@linkplain ActText#canonical() canonical form} of the
   *     act with all its figures
   * @param digest of the act that the text tells of; the approval is for nothing else
   * @param conditions why it is needed, at least one
   * @param expiresAt from then on it is no longer granted, nor used
   */
  record ApprovalRequested(
      UUID approval,
      StaffName maker,
      String text,
      ActDigest digest,
      Set<Condition> conditions,
      Optional<Money> amount,
      Instant expiresAt)
      implements ApprovalEvent {
    public ApprovalRequested {
      conditions = Set.copyOf(conditions);
    }
  }

  /**
   * @param signature over what the approver was shown; none in ledgers from before people signed
   */
  record ApprovalGranted(UUID approval, StaffName approver, Optional<TextSignature> signature)
      implements ApprovalEvent {
    /** Granted without a signature. */
    public ApprovalGranted(UUID approval, StaffName approver) {
      this(approval, approver, Optional.empty());
    }
  }

  record ApprovalRejected(UUID approval, StaffName approver, String reason)
      implements ApprovalEvent {}

  /** The act was posted with it, in the same append. */
  record ApprovalUsed(UUID approval) implements ApprovalEvent {}

  /** The maker no longer wants it. */
  record ApprovalWithdrawn(UUID approval, StaffName maker) implements ApprovalEvent {}
}

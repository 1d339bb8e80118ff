package counterfoil.domain.approval;

import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;

/** What may be asked of an approval. {@code at} is when it is asked. */
public sealed interface ApprovalCommand {
  UUID approval();

  /** See {@link ApprovalEvent.ApprovalRequested}. */
  record RequestApproval(
      UUID approval,
      StaffName maker,
      String text,
      ActDigest digest,
      Set<Condition> conditions,
      Optional<Money> amount,
      Instant at,
      Instant expiresAt)
      implements ApprovalCommand {
    public RequestApproval {
      conditions = Set.copyOf(conditions);
    }
  }

  /**
   * @param signature by {@code by} over what they were shown
   */
  record GrantApproval(UUID approval, Checker by, Optional<TextSignature> signature, Instant at)
      implements ApprovalCommand {
    /** Granted by somebody who signs nothing. */
    public GrantApproval(UUID approval, Checker by, Instant at) {
      this(approval, by, Optional.empty(), at);
    }
  }

  record RejectApproval(UUID approval, Checker by, String reason, Instant at)
      implements ApprovalCommand {}

  /** Posting the act; {@code digest} is of what is about to be posted. */
  record UseApproval(UUID approval, StaffName by, ActDigest digest, Instant at)
      implements ApprovalCommand {}

  record WithdrawApproval(UUID approval, StaffName by) implements ApprovalCommand {}

  /** Who decides, with all their roles. */
  record Checker(StaffName name, Set<Role> roles) {
    public Checker {
      roles = Set.copyOf(roles);
    }
  }
}

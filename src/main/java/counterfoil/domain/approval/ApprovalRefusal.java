package counterfoil.domain.approval;

import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.staff.StaffName;
import java.util.UUID;
import org.joda.money.Money;

/** Why an approval was not asked for, decided on or used. */
public sealed interface ApprovalRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case ApprovalNotFound _ -> "approval_not_found";
      case ApprovalExists _ -> "approval_exists";
      case ConditionMissing _ -> "condition_missing";
      case ExpiryPast _ -> "expiry_past";
      case MakerIsChecker _ -> "maker_is_checker";
      case CheckerNotHeadTeller _ -> "checker_not_head_teller";
      case ApprovalDecided _ -> "approval_decided";
      case ApprovalIsWithdrawn _ -> "approval_withdrawn";
      case ApprovalExpired _ -> "approval_expired";
      case ApprovalPending _ -> "approval_pending";
      case ApprovalIsRejected _ -> "approval_rejected";
      case ApprovalIsUsed _ -> "approval_used";
      case OtherFigures _ -> "approval_other_figures";
      case BalanceChanged _ -> "approval_balance_changed";
      case NotShown _ -> "approval_not_shown";
      case NotTheMaker _ -> "not_the_maker";
      case BeyondSupervisor _ -> "beyond_supervisor";
    };
  }

  record ApprovalNotFound() implements ApprovalRefusal {}

  record ApprovalExists() implements ApprovalRefusal {}

  /** A request without a reason why it is needed. */
  record ConditionMissing() implements ApprovalRefusal {}

  /** A request that would expire before it is made. */
  record ExpiryPast() implements ApprovalRefusal {}

  record MakerIsChecker(StaffName maker) implements ApprovalRefusal {}

  record CheckerNotHeadTeller(StaffName checker) implements ApprovalRefusal {}

  /** Somebody has granted or rejected it already. */
  record ApprovalDecided(StaffName approver) implements ApprovalRefusal {}

  record ApprovalIsWithdrawn(StaffName maker) implements ApprovalRefusal {}

  record ApprovalExpired() implements ApprovalRefusal {}

  /** Nobody has decided yet. */
  record ApprovalPending() implements ApprovalRefusal {}

  record ApprovalIsRejected(StaffName approver, String reason) implements ApprovalRefusal {}

  record ApprovalIsUsed() implements ApprovalRefusal {}

  /** What is to be posted is not what was approved, or needs it for another reason. */
  record OtherFigures() implements ApprovalRefusal {}

  /** The act would leave the account with another balance than the approver has read. */
  record BalanceChanged(AccountNumber account) implements ApprovalRefusal {}

  /** Somebody would sign a text that waits in the queue and that they were not shown. */
  record NotShown(UUID approval) implements ApprovalRefusal {}

  record NotTheMaker(StaffName maker) implements ApprovalRefusal {}

  /** More than any supervisor of the branch may approve. */
  record BeyondSupervisor(Money amount, Money limit) implements ApprovalRefusal {}
}

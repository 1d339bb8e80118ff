package counterfoil.domain.approval;

import static counterfoil.domain.Decision.accepted;
import static counterfoil.domain.Decision.refused;

import counterfoil.domain.Decision;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.approval.ApprovalCommand.Checker;
import counterfoil.domain.approval.ApprovalCommand.GrantApproval;
import counterfoil.domain.approval.ApprovalCommand.RejectApproval;
import counterfoil.domain.approval.ApprovalCommand.RequestApproval;
import counterfoil.domain.approval.ApprovalCommand.UseApproval;
import counterfoil.domain.approval.ApprovalCommand.WithdrawApproval;
import counterfoil.domain.approval.ApprovalEvent.ApprovalGranted;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRejected;
import counterfoil.domain.approval.ApprovalEvent.ApprovalRequested;
import counterfoil.domain.approval.ApprovalEvent.ApprovalUsed;
import counterfoil.domain.approval.ApprovalEvent.ApprovalWithdrawn;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalDecided;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalExists;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalExpired;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsRejected;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsUsed;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalIsWithdrawn;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalNotFound;
import counterfoil.domain.approval.ApprovalRefusal.ApprovalPending;
import counterfoil.domain.approval.ApprovalRefusal.CheckerNotHeadTeller;
import counterfoil.domain.approval.ApprovalRefusal.ConditionMissing;
import counterfoil.domain.approval.ApprovalRefusal.ExpiryPast;
import counterfoil.domain.approval.ApprovalRefusal.MakerIsChecker;
import counterfoil.domain.approval.ApprovalRefusal.NotTheMaker;
import counterfoil.domain.approval.ApprovalRefusal.OtherFigures;
import counterfoil.domain.approval.ApprovalState.Granted;
import counterfoil.domain.approval.ApprovalState.Pending;
import counterfoil.domain.approval.ApprovalState.Rejected;
import counterfoil.domain.approval.ApprovalState.Unasked;
import counterfoil.domain.approval.ApprovalState.Used;
import counterfoil.domain.approval.ApprovalState.Withdrawn;
import counterfoil.domain.staff.Role;
import java.time.Instant;
import java.util.Optional;

/** The rules of an approval: state and command in, events or a refusal out. */
public final class ApprovalDecider {
  public static final int MAX_TEXT_LENGTH = 8000;
  public static final int MAX_REASON_LENGTH = 140;

  private ApprovalDecider() {}

  public static Decision<ApprovalEvent> decide(ApprovalState state, ApprovalCommand command) {
    return switch (command) {
      case RequestApproval c -> request(state, c);
      case GrantApproval c ->
          refusedOr(
              refuseToDecide(state, c.by(), c.at()),
              new ApprovalGranted(c.approval(), c.by().name(), c.signature()));
      case RejectApproval c ->
          refusedOr(
              refuseToDecide(state, c.by(), c.at())
                  .or(() -> Limits.refuseName("reason", c.reason(), MAX_REASON_LENGTH)),
              new ApprovalRejected(c.approval(), c.by().name(), c.reason()));
      case UseApproval c -> refusedOr(refuseUse(state, c), new ApprovalUsed(c.approval()));
      case WithdrawApproval c ->
          refusedOr(refuseWithdrawal(state, c), new ApprovalWithdrawn(c.approval(), c.by()));
    };
  }

  private static Decision<ApprovalEvent> request(ApprovalState state, RequestApproval c) {
    if (!(state instanceof Unasked)) {
      return refused(new ApprovalExists());
    }
    if (c.conditions().isEmpty()) {
      return refused(new ConditionMissing());
    }
    if (!c.at().isBefore(c.expiresAt())) {
      return refused(new ExpiryPast());
    }
    return refusedOr(
        Limits.refuseName("text", c.text(), MAX_TEXT_LENGTH),
        new ApprovalRequested(
            c.approval(),
            c.maker(),
            c.text(),
            c.digest(),
            c.conditions(),
            c.amount(),
            c.expiresAt()));
  }

  /** A maker is never the checker, whatever roles they have. */
  private static Optional<Refusal> refuseToDecide(ApprovalState state, Checker by, Instant at) {
    return switch (state) {
      case Unasked _ -> Optional.of(new ApprovalNotFound());
      case Granted granted -> Optional.of(new ApprovalDecided(granted.approver()));
      case Rejected rejected -> Optional.of(new ApprovalDecided(rejected.approver()));
      case Used used -> Optional.of(new ApprovalDecided(used.approver()));
      case Withdrawn withdrawn -> Optional.of(new ApprovalIsWithdrawn(withdrawn.request().maker()));
      case Pending(var request) when request.maker().equals(by.name()) ->
          Optional.of(new MakerIsChecker(by.name()));
      case Pending _ when !by.roles().contains(Role.HEAD_TELLER) ->
          Optional.of(new CheckerNotHeadTeller(by.name()));
      case Pending pending ->
          pending.openAt(at) ? Optional.empty() : Optional.of(new ApprovalExpired());
    };
  }

  private static Optional<Refusal> refuseUse(ApprovalState state, UseApproval c) {
    return switch (state) {
      case Unasked _ -> Optional.of(new ApprovalNotFound());
      case Pending pending ->
          Optional.of(pending.openAt(c.at()) ? new ApprovalPending() : new ApprovalExpired());
      case Rejected rejected ->
          Optional.of(new ApprovalIsRejected(rejected.approver(), rejected.reason()));
      case Used _ -> Optional.of(new ApprovalIsUsed());
      case Withdrawn withdrawn -> Optional.of(new ApprovalIsWithdrawn(withdrawn.request().maker()));
      case Granted(var request, _) when !request.maker().equals(c.by()) ->
          Optional.of(new NotTheMaker(request.maker()));
      case Granted(var request, _) when !request.digest().equals(c.digest()) ->
          Optional.of(new OtherFigures());
      case Granted(var request, _) ->
          c.at().isBefore(request.expiresAt())
              ? Optional.empty()
              : Optional.of(new ApprovalExpired());
    };
  }

  /** What is granted may still be withdrawn as long as it is not used. */
  private static Optional<Refusal> refuseWithdrawal(ApprovalState state, WithdrawApproval c) {
    return switch (state) {
      case Unasked _ -> Optional.of(new ApprovalNotFound());
      case Rejected rejected -> Optional.of(new ApprovalDecided(rejected.approver()));
      case Used _ -> Optional.of(new ApprovalIsUsed());
      case Withdrawn withdrawn -> Optional.of(new ApprovalIsWithdrawn(withdrawn.request().maker()));
      case Pending(var request) -> refuseOthers(request, c);
      case Granted(var request, _) -> refuseOthers(request, c);
    };
  }

  private static Optional<Refusal> refuseOthers(ApprovalRequested request, WithdrawApproval c) {
    return request.maker().equals(c.by())
        ? Optional.empty()
        : Optional.of(new NotTheMaker(request.maker()));
  }

  private static Decision<ApprovalEvent> refusedOr(Optional<Refusal> refusal, ApprovalEvent event) {
    return refusal.<Decision<ApprovalEvent>>map(Decision::refused).orElseGet(() -> accepted(event));
  }
}

package counterfoil.application.acts;

import counterfoil.application.dispatch.Subject;
import counterfoil.domain.account.AccountEvent;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.approval.ApprovalEvent;
import counterfoil.domain.approval.ApprovalState;
import counterfoil.domain.branch.BranchEvent;
import counterfoil.domain.branch.DayEvent;
import counterfoil.domain.branch.DayState;
import counterfoil.domain.branch.Settings;
import counterfoil.domain.cheque.ChequeEvent;
import counterfoil.domain.cheque.ChequeKey;
import counterfoil.domain.cheque.ChequeState;
import counterfoil.domain.customer.CustomerEvent;
import counterfoil.domain.customer.CustomerNumber;
import counterfoil.domain.customer.CustomerState;
import counterfoil.domain.review.ReviewEvent;
import counterfoil.domain.review.ReviewState;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.till.TillEvent;
import counterfoil.domain.till.TillId;
import counterfoil.domain.till.TillState;
import counterfoil.domain.workstation.WorkstationEvent;
import counterfoil.domain.workstation.WorkstationState;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.BranchEvents;
import counterfoil.payload.ChequeEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.DayEvents;
import counterfoil.payload.ReviewEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import java.util.UUID;

/** The streams of a branch, by what they are of. */
public final class Subjects {
  public static final Subject<DayState, DayEvent> DAY =
      new Subject<>(DayEvents.STREAM, DayEvents.KIND);
  public static final Subject<Settings, BranchEvent> SETTINGS =
      new Subject<>(BranchEvents.STREAM, BranchEvents.KIND);

  private Subjects() {}

  public static Subject<AccountState, AccountEvent> account(AccountNumber number) {
    return new Subject<>(AccountEvents.stream(number), AccountEvents.KIND);
  }

  public static Subject<CustomerState, CustomerEvent> customer(CustomerNumber number) {
    return new Subject<>(CustomerEvents.stream(number), CustomerEvents.KIND);
  }

  public static Subject<ChequeState, ChequeEvent> cheque(ChequeKey cheque) {
    return new Subject<>(ChequeEvents.stream(cheque), ChequeEvents.KIND);
  }

  public static Subject<TillState, TillEvent> till(TillId till) {
    return new Subject<>(TillEvents.stream(till), TillEvents.KIND);
  }

  public static Subject<StaffState, StaffEvent> staff(StaffName name) {
    return new Subject<>(StaffEvents.stream(name), StaffEvents.KIND);
  }

  public static Subject<ApprovalState, ApprovalEvent> approval(UUID id) {
    return new Subject<>(ApprovalEvents.stream(id), ApprovalEvents.KIND);
  }

  public static Subject<ReviewState, ReviewEvent> review(long position) {
    return new Subject<>(ReviewEvents.stream(position), ReviewEvents.KIND);
  }

  public static Subject<WorkstationState, WorkstationEvent> workstation(String name) {
    return new Subject<>(WorkstationEvents.stream(name), WorkstationEvents.KIND);
  }
}

package counterfoil.domain.workstation;

import counterfoil.domain.workstation.WorkstationEvent.AuditExported;
import counterfoil.domain.workstation.WorkstationEvent.CommandRejected;
import counterfoil.domain.workstation.WorkstationEvent.ReceiptReprinted;
import counterfoil.domain.workstation.WorkstationEvent.RestoreAccepted;
import counterfoil.domain.workstation.WorkstationEvent.SignInFailed;
import counterfoil.domain.workstation.WorkstationEvent.WorkstationKeyAdded;

/**
 * A workstation as its events have made it: so many of some, zero or more. No decision depends on
 * them.
 */
public record WorkstationState(long reprints, long failures, long rejections, long exports) {
  public static final WorkstationState NEW = new WorkstationState(0, 0, 0, 0);

  public WorkstationState after(WorkstationEvent event) {
    return switch (event) {
      case ReceiptReprinted _ -> new WorkstationState(reprints + 1, failures, rejections, exports);
      case SignInFailed _ -> new WorkstationState(reprints, failures + 1, rejections, exports);
      case CommandRejected _ -> new WorkstationState(reprints, failures, rejections + 1, exports);
      case AuditExported _ -> new WorkstationState(reprints, failures, rejections, exports + 1);
      case WorkstationKeyAdded _, RestoreAccepted _ -> this;
    };
  }
}

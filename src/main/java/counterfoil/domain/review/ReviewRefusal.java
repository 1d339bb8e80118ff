package counterfoil.domain.review;

import counterfoil.domain.Refusal;
import counterfoil.domain.staff.StaffName;

/** Why an entry was not signed off. */
public sealed interface ReviewRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case AlreadySignedOff _ -> "already_signed_off";
      case OwnException _ -> "own_exception";
      case OwnApproval _ -> "own_approval";
    };
  }

  record AlreadySignedOff(long position, StaffName by) implements ReviewRefusal {}

  record OwnException(long position) implements ReviewRefusal {}

  /** Who approved an act does not review it as well, as long as somebody else can. */
  record OwnApproval(long position) implements ReviewRefusal {}
}

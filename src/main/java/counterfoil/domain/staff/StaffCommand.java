package counterfoil.domain.staff;

import counterfoil.domain.staff.StaffEvent.Attempt;
import counterfoil.domain.staff.StaffEvent.Cause;
import java.time.Instant;
import java.util.Set;

/** What may be asked of a person's place in the branch. */
public sealed interface StaffCommand {
  StaffName name();

  /** What one person does about another, or about themselves; {@link Office} says who. */
  sealed interface Administration extends StaffCommand {}

  record AddStaffMember(StaffName name, String fullName, Set<Role> roles, Credential credential)
      implements Administration {
    public AddStaffMember {
      roles = Set.copyOf(roles);
    }
  }

  record GrantRole(StaffName name, Role role) implements Administration {}

  record RevokeRole(StaffName name, Role role) implements Administration {}

  /** One's own, which the old one was asked for, or another's. */
  record ChangePassword(StaffName name, Credential credential) implements Administration {}

  record SuspendStaff(StaffName name, String reason) implements Administration {}

  record ReinstateStaff(StaffName name, String reason) implements Administration {}

  record UnlockSignIn(StaffName name) implements Administration {}

  /**
   * Says that the key is the person's.
   *
   * @param publicKey as in {@link SigningKey}: whoever certifies has compared it
   */
  record CertifyKey(StaffName name, String publicKey) implements Administration {}

  record RevokeKey(StaffName name, String reason) implements Administration {}

  /** What a person does at a workstation's door. */
  sealed interface AtTheDoor extends StaffCommand {
    String workstation();
  }

  /**
   * A password was given.
   *
   * @param right whether it was the person's
   * @param othersCanUnlock whether anybody but this person could end a lock of theirs
   */
  record GivePassword(
      StaffName name,
      String workstation,
      Attempt attempt,
      boolean right,
      boolean othersCanUnlock,
      Instant at)
      implements AtTheDoor {}

  record SignOut(StaffName name, String workstation) implements AtTheDoor {}

  record LockWorkstation(StaffName name, String workstation, Cause cause) implements AtTheDoor {}
}

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

  /**
   * @param temporary whether the person must choose another password before they do anything else
   */
  record AddStaffMember(
      StaffName name, String fullName, Set<Role> roles, Credential credential, boolean temporary)
      implements Administration {
    public AddStaffMember {
      roles = Set.copyOf(roles);
    }

    /** With a password that may stay. */
    public AddStaffMember(StaffName name, String fullName, Set<Role> roles, Credential credential) {
      this(name, fullName, roles, credential, false);
    }
  }

  record GrantRole(StaffName name, Role role) implements Administration {}

  record RevokeRole(StaffName name, Role role) implements Administration {}

  /**
   * One's own, which the old one was asked for, or another's.
   *
   * @param temporary whether the person must choose another before they do anything else; never of
   *     one's own
   */
  record ChangePassword(StaffName name, Credential credential, boolean temporary)
      implements Administration {
    /** To one that may stay. */
    public ChangePassword(StaffName name, Credential credential) {
      this(name, credential, false);
    }
  }

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

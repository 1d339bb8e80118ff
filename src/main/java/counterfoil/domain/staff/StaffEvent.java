package counterfoil.domain.staff;

import java.time.Instant;
import java.util.Set;

/** Something that happened to one person's place in the branch, or that they did at its door. */
public sealed interface StaffEvent {
  StaffName name();

  /**
   * The person may sign in from here on, with a password that somebody else may know.
   *
   * @param temporary whether they must choose another before they do anything else
   */
  record StaffMemberAdded(
      StaffName name, String fullName, Set<Role> roles, Credential credential, boolean temporary)
      implements StaffEvent {
    public StaffMemberAdded {
      roles = Set.copyOf(roles);
    }

    /** With a password that may stay. */
    public StaffMemberAdded(
        StaffName name, String fullName, Set<Role> roles, Credential credential) {
      this(name, fullName, roles, credential, false);
    }
  }

  record RoleGranted(StaffName name, Role role) implements StaffEvent {}

  record RoleRevoked(StaffName name, Role role) implements StaffEvent {}

  /**
   * Ends a lock.
   *
   * @param setBy the person themselves, or who set it for them
   * @param temporary whether they must choose another before they do anything else
   */
  record PasswordChanged(StaffName name, Credential credential, StaffName setBy, boolean temporary)
      implements StaffEvent {
    /** To one that may stay. */
    public PasswordChanged(StaffName name, Credential credential, StaffName setBy) {
      this(name, credential, setBy, false);
    }
  }

  record StaffSuspended(StaffName name, String reason) implements StaffEvent {}

  record StaffReinstated(StaffName name, String reason) implements StaffEvent {}

  record SignedIn(StaffName name, String workstation) implements StaffEvent {}

  /** A wrong password, or the right one of a person who is suspended. */
  record SignInFailed(StaffName name, String workstation, Attempt attempt, Instant at)
      implements StaffEvent {}

  record SignedOut(StaffName name, String workstation) implements StaffEvent {}

  record WorkstationLocked(StaffName name, String workstation, Cause cause) implements StaffEvent {}

  record WorkstationUnlocked(StaffName name, String workstation) implements StaffEvent {}

  /** The person gave their password at somebody's desk, to sign an act there. */
  record PasswordConfirmed(StaffName name, String workstation) implements StaffEvent {}

  /** The end of a lock after too many failures. */
  record SignInUnlocked(StaffName name, StaffName by) implements StaffEvent {}

  /**
   * A supervisor says that a key is the person's, who made it themselves.
   *
   * @param publicKey as in {@link SigningKey}
   */
  record SigningKeyCertified(StaffName name, String publicKey, StaffName by)
      implements StaffEvent {}

  /** Nothing signed with it counts from here on. */
  record SigningKeyRevoked(StaffName name, String publicKey, String reason, StaffName by)
      implements StaffEvent {}

  /** What a password was given for. */
  enum Attempt {
    SIGN_IN,
    UNLOCK,
    /** To sign an act at somebody's desk, or to change the password. */
    SIGNATURE
  }

  /** Why a workstation was locked. */
  enum Cause {
    /** Nobody touched it for a while. */
    IDLE,
    ASKED
  }
}

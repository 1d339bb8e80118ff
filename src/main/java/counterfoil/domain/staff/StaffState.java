package counterfoil.domain.staff;

import counterfoil.domain.staff.StaffEvent.PasswordChanged;
import counterfoil.domain.staff.StaffEvent.PasswordConfirmed;
import counterfoil.domain.staff.StaffEvent.RoleGranted;
import counterfoil.domain.staff.StaffEvent.RoleRevoked;
import counterfoil.domain.staff.StaffEvent.SignInFailed;
import counterfoil.domain.staff.StaffEvent.SignInUnlocked;
import counterfoil.domain.staff.StaffEvent.SignedIn;
import counterfoil.domain.staff.StaffEvent.SignedOut;
import counterfoil.domain.staff.StaffEvent.SigningKeyCertified;
import counterfoil.domain.staff.StaffEvent.SigningKeyRevoked;
import counterfoil.domain.staff.StaffEvent.StaffMemberAdded;
import counterfoil.domain.staff.StaffEvent.StaffReinstated;
import counterfoil.domain.staff.StaffEvent.StaffSuspended;
import counterfoil.domain.staff.StaffEvent.WorkstationLocked;
import counterfoil.domain.staff.StaffEvent.WorkstationUnlocked;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A person's place in the branch as their events have made it. */
public sealed interface StaffState {

  /** No event yet. */
  record Unknown() implements StaffState {}

  /** How far a person's key counts. */
  enum KeyStanding {
    /** There is none. */
    NONE,
    /** Given by whoever set the password, or certified since. */
    CERTIFIED,
    /** Made by the person alone; good to sign with, and shown until a supervisor certifies it. */
    OWN,
    /** Good for nothing. */
    REVOKED
  }

  /**
   * A member of staff.
   *
   * @param passwordSetByAnother whether somebody else chose the password and so may know it
   * @param passwordTemporary whether the person must choose another before they do anything else
   * @param keyStanding how far the key in {@code credential} counts
   * @param failures what went wrong at the door since it last went right
   */
  record Member(
      StaffName name,
      String fullName,
      Set<Role> roles,
      Credential credential,
      boolean passwordSetByAnother,
      boolean passwordTemporary,
      boolean suspended,
      KeyStanding keyStanding,
      Failures failures)
      implements StaffState {
    public Member {
      roles = Set.copyOf(roles);
    }

    /** The key that the person's acts are signed with, if they may sign at all. */
    public Optional<SigningKey> signsWith() {
      return keyStanding == KeyStanding.REVOKED ? Optional.empty() : credential.key();
    }

    /** Whether the person is an administrator who can act as one. */
    public boolean administers() {
      return roles.contains(Role.ADMINISTRATOR) && !suspended;
    }

    /** Whether the person could end the lock of somebody else's sign-in. */
    public boolean unlocksOthers() {
      return Permissions.allows(roles, Permission.UNLOCK_SIGN_IN)
          && !suspended
          && !failures.locked();
    }

    private Member with(Set<Role> newRoles) {
      return new Member(
          name,
          fullName,
          newRoles,
          credential,
          passwordSetByAnother,
          passwordTemporary,
          suspended,
          keyStanding,
          failures);
    }

    private Member with(boolean nowSuspended) {
      return new Member(
          name,
          fullName,
          roles,
          credential,
          passwordSetByAnother,
          passwordTemporary,
          nowSuspended,
          keyStanding,
          failures);
    }

    private Member with(Failures now) {
      return new Member(
          name,
          fullName,
          roles,
          credential,
          passwordSetByAnother,
          passwordTemporary,
          suspended,
          keyStanding,
          now);
    }

    private Member with(KeyStanding now) {
      return new Member(
          name,
          fullName,
          roles,
          credential,
          passwordSetByAnother,
          passwordTemporary,
          suspended,
          now,
          failures);
    }

    private Member with(PasswordChanged e) {
      boolean byAnother = !e.setBy().equals(e.name());
      return new Member(
          name,
          fullName,
          roles,
          e.credential(),
          byAnother,
          e.temporary(),
          suspended,
          standing(e.credential(), byAnother),
          Failures.NONE);
    }

    /**
     * The same key under another password is what it was; who sets a password vouches for a new.
     */
    private KeyStanding standing(Credential changed, boolean byAnother) {
      if (changed.key().isEmpty()) {
        return KeyStanding.NONE;
      }
      boolean same =
          credential
              .key()
              .map(SigningKey::publicKey)
              .equals(changed.key().map(SigningKey::publicKey));
      if (same) {
        return keyStanding;
      }
      return byAnother ? KeyStanding.CERTIFIED : KeyStanding.OWN;
    }
  }

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if the event cannot follow (added twice, anything before that):
   *     the record itself is damaged then
   */
  default StaffState after(StaffEvent event) {
    return switch (this) {
      case Unknown _ -> added(event);
      case Member member -> changed(member, event);
    };
  }

  private static StaffState added(StaffEvent event) {
    if (event
        instanceof
        StaffMemberAdded(var name, var fullName, var roles, var credential, var temporary)) {
      KeyStanding key = credential.key().isEmpty() ? KeyStanding.NONE : KeyStanding.CERTIFIED;
      return new Member(
          name, fullName, roles, credential, true, temporary, false, key, Failures.NONE);
    }
    throw outOfOrder(event);
  }

  private static Member changed(Member member, StaffEvent event) {
    return switch (event) {
      case StaffMemberAdded _ -> throw outOfOrder(event);
      case RoleGranted e -> {
        Set<Role> more = new HashSet<>(member.roles);
        more.add(e.role());
        yield member.with(more);
      }
      case RoleRevoked e -> {
        Set<Role> fewer = new HashSet<>(member.roles);
        fewer.remove(e.role());
        yield member.with(fewer);
      }
      case PasswordChanged e -> member.with(e);
      case StaffSuspended _ -> member.with(true);
      case StaffReinstated _ -> member.with(false);
      case SignInFailed e -> member.with(member.failures.oneMore(e.at()));
      case SignedIn _, WorkstationUnlocked _, PasswordConfirmed _, SignInUnlocked _ ->
          member.with(Failures.NONE);
      case SigningKeyCertified _ -> member.with(KeyStanding.CERTIFIED);
      case SigningKeyRevoked _ -> member.with(KeyStanding.REVOKED);
      case SignedOut _, WorkstationLocked _ -> member;
    };
  }

  private static IllegalStateException outOfOrder(StaffEvent event) {
    return new IllegalStateException(
        event.getClass().getSimpleName() + " cannot follow in this person's history");
  }
}

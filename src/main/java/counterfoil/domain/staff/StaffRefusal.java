package counterfoil.domain.staff;

import counterfoil.domain.Refusal;

/** Why something about a person was not done, or why a door stayed shut. */
public sealed interface StaffRefusal extends Refusal {
  @Override
  default String code() {
    return switch (this) {
      case StaffExists _ -> "staff_exists";
      case StaffNotFound _ -> "staff_not_found";
      case FirstMustAdminister _ -> "first_must_administer";
      case NoRole _ -> "no_role";
      case RolesDoNotMix _ -> "roles_do_not_mix";
      case OwnRoles _ -> "own_roles";
      case RoleHeld _ -> "role_held";
      case RoleNotHeld _ -> "role_not_held";
      case LastAdministrator _ -> "last_administrator";
      case OwnSuspension _ -> "own_suspension";
      case AlreadySuspended _ -> "already_suspended";
      case NotSuspended _ -> "not_suspended";
      case OwnLock _ -> "own_lock";
      case NotLocked _ -> "not_locked";
      case NameOrPasswordWrong _ -> "name_or_password_wrong";
      case TryAgainAfter _ -> "try_again_after";
      case SignInLocked _ -> "sign_in_locked";
      case Suspended _ -> "staff_suspended";
      case NotPermitted _ -> "not_permitted";
      case OwnKey _ -> "own_key";
      case KeyNotPending _ -> "key_not_pending";
      case NoSigningKey _ -> "no_signing_key";
    };
  }

  record StaffExists(StaffName name) implements StaffRefusal {}

  record StaffNotFound(StaffName name) implements StaffRefusal {}

  /** The first person of a ledger who is not an administrator: nobody could add the second. */
  record FirstMustAdminister(StaffName name) implements StaffRefusal {}

  /** Somebody new without any role. */
  record NoRole(StaffName name) implements StaffRefusal {}

  /** A role that watches or sets the rules, together with another one. */
  record RolesDoNotMix(StaffName name) implements StaffRefusal {}

  record OwnRoles(StaffName name) implements StaffRefusal {}

  record RoleHeld(StaffName name) implements StaffRefusal {}

  record RoleNotHeld(StaffName name) implements StaffRefusal {}

  record LastAdministrator(StaffName name) implements StaffRefusal {}

  record OwnSuspension(StaffName name) implements StaffRefusal {}

  record AlreadySuspended(StaffName name) implements StaffRefusal {}

  record NotSuspended(StaffName name) implements StaffRefusal {}

  record OwnLock(StaffName name) implements StaffRefusal {}

  record NotLocked(StaffName name) implements StaffRefusal {}

  /** Does not say which of the two, nor whether there is such a name. */
  record NameOrPasswordWrong() implements StaffRefusal {}

  /** The password was not looked at; whole seconds, at least one. */
  record TryAgainAfter(int seconds) implements StaffRefusal {}

  /** The password was not looked at, nor will it be before somebody else unlocks. */
  record SignInLocked() implements StaffRefusal {}

  /** Said only to who gave the right password. */
  record Suspended(StaffName name) implements StaffRefusal {}

  /** Nobody vouches for a key of their own, nor takes it away. */
  record OwnKey(StaffName name) implements StaffRefusal {}

  /** Not the key the person has now, or one that is certified already. */
  record KeyNotPending(StaffName name) implements StaffRefusal {}

  /** The person has none that counts: it was revoked, or never made. */
  record NoSigningKey(StaffName name) implements StaffRefusal {}

  /** No role of the person's allows it. */
  record NotPermitted(StaffName name, Permission permission) implements StaffRefusal {}
}

package counterfoil.projection;

import static counterfoil.payload.StaffEvents.PASSWORD_CHANGED;
import static counterfoil.payload.StaffEvents.PASSWORD_CONFIRMED;
import static counterfoil.payload.StaffEvents.ROLE_GRANTED;
import static counterfoil.payload.StaffEvents.ROLE_REVOKED;
import static counterfoil.payload.StaffEvents.SIGNED_IN;
import static counterfoil.payload.StaffEvents.SIGNED_OUT;
import static counterfoil.payload.StaffEvents.SIGNING_KEY_CERTIFIED;
import static counterfoil.payload.StaffEvents.SIGNING_KEY_REVOKED;
import static counterfoil.payload.StaffEvents.SIGN_IN_FAILED;
import static counterfoil.payload.StaffEvents.SIGN_IN_UNLOCKED;
import static counterfoil.payload.StaffEvents.STAFF_MEMBER_ADDED;
import static counterfoil.payload.StaffEvents.STAFF_REINSTATED;
import static counterfoil.payload.StaffEvents.STAFF_SUSPENDED;
import static counterfoil.payload.StaffEvents.WORKSTATION_LOCKED;
import static counterfoil.payload.StaffEvents.WORKSTATION_UNLOCKED;

import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.SigningKey;
import counterfoil.domain.staff.StaffEvent;
import counterfoil.domain.staff.StaffEvent.SigningKeyCertified;
import counterfoil.domain.staff.StaffEvent.SigningKeyRevoked;
import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.domain.staff.StaffState.Member;
import counterfoil.domain.staff.StaffState.Unknown;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ApprovalEvents;
import counterfoil.payload.BranchEvents;
import counterfoil.payload.ChequeEvents;
import counterfoil.payload.CustomerEvents;
import counterfoil.payload.DayEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The staff as they were at each entry of a walk. For one thread at a time. */
final class PeopleThen {
  /** A workstation names its own key when it starts, with nobody signed in. */
  private static final Set<String> AT_A_WORKSTATION =
      Set.of(SIGN_IN_FAILED, WorkstationEvents.WORKSTATION_KEY_ADDED);

  private static final Set<String> DOOR =
      Set.of(
          SIGNED_IN,
          SIGN_IN_FAILED,
          SIGNED_OUT,
          WORKSTATION_LOCKED,
          WORKSTATION_UNLOCKED,
          PASSWORD_CONFIRMED);

  private static final Map<String, Permission> RIGHTS =
      Map.of(
          STAFF_MEMBER_ADDED, Permission.MANAGE_STAFF,
          ROLE_GRANTED, Permission.MANAGE_STAFF,
          ROLE_REVOKED, Permission.MANAGE_STAFF,
          STAFF_SUSPENDED, Permission.MANAGE_STAFF,
          STAFF_REINSTATED, Permission.MANAGE_STAFF,
          SIGN_IN_UNLOCKED, Permission.UNLOCK_SIGN_IN,
          SIGNING_KEY_CERTIFIED, Permission.CERTIFY_KEYS,
          SIGNING_KEY_REVOKED, Permission.CERTIFY_KEYS);

  private final Map<String, StaffState> people = new HashMap<>();
  private boolean begun;

  /** Whether anybody has ever had a key. */
  boolean begun() {
    return begun;
  }

  StaffState of(String actor) {
    return people.getOrDefault(actor, new Unknown());
  }

  void take(Entry entry) {
    if (!entry.stream().category().equals(StaffEvents.CATEGORY)) {
      return;
    }
    String name = entry.stream().subject();
    StaffState after = of(name).after(StaffEvents.KIND.decode(entry.type(), entry.payload()));
    people.put(name, after);
    begun |= after instanceof Member member && member.signsWith().isPresent();
  }

  /** Whether it was recorded of somebody who had not shown yet who they are, or had just left. */
  static boolean atTheDoor(Entry entry) {
    String category = entry.stream().category();
    return switch (category) {
      case StaffEvents.CATEGORY -> DOOR.contains(entry.type().name());
      case WorkstationEvents.CATEGORY -> AT_A_WORKSTATION.contains(entry.type().name());
      default -> false;
    };
  }

  /** Whether there are few of its kind, and much hangs on each. */
  static boolean rare(Entry entry) {
    String category = entry.stream().category();
    return changesRights(entry)
        || category.equals(ApprovalEvents.CATEGORY)
        || category.equals(BranchEvents.CATEGORY)
        || erases(entry);
  }

  private static boolean erases(Entry entry) {
    return entry.stream().category().equals(CustomerEvents.CATEGORY)
        && entry.type().name().equals(CustomerEvents.CUSTOMER_ERASED);
  }

  static boolean changesRights(Entry entry) {
    return entry.stream().category().equals(StaffEvents.CATEGORY) && !atTheDoor(entry);
  }

  /**
   * Whether a person with these roles may change rights in that way, or erase; anything else passes
   * here.
   */
  static boolean permits(Entry entry, Member by) {
    if (erases(entry)) {
      return Permissions.allows(by.roles(), Permission.ERASE_CUSTOMERS);
    }
    if (!changesRights(entry)) {
      return !movesMoney(entry) || servesOr(entry, by);
    }
    boolean own = entry.stream().subject().equals(by.name().value());
    if (own && entry.type().name().equals(PASSWORD_CHANGED)) {
      return true;
    }
    Permission needed =
        Optional.ofNullable(RIGHTS.get(entry.type().name())).orElse(Permission.MANAGE_STAFF);
    return !own && Permissions.allows(by.roles(), needed);
  }

  private static boolean movesMoney(Entry entry) {
    return switch (entry.stream().category()) {
      case AccountEvents.CATEGORY, ChequeEvents.CATEGORY, DayEvents.CATEGORY, TillEvents.CATEGORY ->
          true;
      default -> false;
    };
  }

  /** Tellers and head tellers serve; history is taken over by whoever keeps the ledger. */
  private static boolean servesOr(Entry entry, Member by) {
    boolean imported =
        entry.provenance().reason().equals(Optional.of(Provenance.IMPORTED))
            && entry.stream().category().equals(AccountEvents.CATEGORY);
    return Permissions.allows(
        by.roles(), imported ? Permission.MAINTAIN_LEDGER : Permission.SERVE_CUSTOMERS);
  }

  /**
   * Whether it speaks of a key that was not the person's then: who certified or revoked it saw
   * another one than the ledger has.
   */
  boolean namesAnotherKey(Entry entry) {
    if (!entry.stream().category().equals(StaffEvents.CATEGORY)) {
      return false;
    }
    Optional<String> named = keyNamed(StaffEvents.KIND.decode(entry.type(), entry.payload()));
    Optional<String> had =
        of(entry.stream().subject()) instanceof Member member
            ? member.signsWith().map(SigningKey::publicKey)
            : Optional.empty();
    return named.isPresent() && !named.equals(had);
  }

  private static Optional<String> keyNamed(StaffEvent event) {
    if (event instanceof SigningKeyCertified certified) {
      return Optional.of(certified.publicKey());
    }
    return event instanceof SigningKeyRevoked revoked
        ? Optional.of(revoked.publicKey())
        : Optional.empty();
  }

  /** The person of a name, if there was one. */
  Optional<Member> member(StaffName name) {
    return of(name.value()) instanceof Member member ? Optional.of(member) : Optional.empty();
  }
}

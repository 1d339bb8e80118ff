package counterfoil.evidence;

import counterfoil.domain.staff.Permission;
import counterfoil.domain.staff.Permissions;
import counterfoil.domain.staff.Role;
import counterfoil.eventstore.Provenance;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.ChequeEvents;
import counterfoil.payload.DayEvents;
import counterfoil.payload.StaffEvents;
import counterfoil.payload.TillEvents;
import counterfoil.payload.WorkstationEvents;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people's roles and keys as they were at each entry of a walk. */
final class PeopleTold {
  private static final Set<String> DOOR =
      Set.of(
          StaffEvents.SIGNED_IN,
          StaffEvents.SIGN_IN_FAILED,
          StaffEvents.SIGNED_OUT,
          StaffEvents.WORKSTATION_LOCKED,
          StaffEvents.WORKSTATION_UNLOCKED,
          StaffEvents.PASSWORD_CONFIRMED);

  private static final Set<String> ABOUT_A_KEY =
      Set.of(StaffEvents.SIGNING_KEY_CERTIFIED, StaffEvents.SIGNING_KEY_REVOKED);

  private static final Set<String> MONEY =
      Set.of(
          AccountEvents.CATEGORY, ChequeEvents.CATEGORY, DayEvents.CATEGORY, TillEvents.CATEGORY);

  private final Map<String, Person> people = new HashMap<>();
  private boolean begun;

  /** A member of staff. */
  record Person(Set<Role> roles, Optional<String> key, boolean revoked) {
    Person {
      roles = roles.isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(roles);
    }

    private Person with(Role role) {
      Set<Role> more = EnumSet.copyOf(roles.isEmpty() ? Set.of(role) : roles);
      more.add(role);
      return new Person(more, key, revoked);
    }

    private Person without(Role role) {
      Set<Role> fewer = EnumSet.noneOf(Role.class);
      roles.stream().filter(held -> held != role).forEach(fewer::add);
      return new Person(fewer, key, revoked);
    }

    private Person with(Optional<String> given) {
      // The same key under another password is what it was.
      return new Person(roles, given, revoked && given.equals(key));
    }

    private Person revoked(boolean now) {
      return new Person(roles, key, now);
    }
  }

  /** Whether anybody has ever had a key: from then on every act is signed. */
  boolean begun() {
    return begun;
  }

  /** The key that a person signs with, if they may sign. */
  Optional<String> keyOf(String name) {
    return Optional.ofNullable(people.get(name))
        .filter(person -> !person.revoked())
        .flatMap(Person::key);
  }

  /** Whether a person has the role in which they made an entry; of no role at all is well. */
  boolean mayActAs(String role, Told told) {
    boolean held =
        Optional.ofNullable(people.get(told.entry().provenance().actor()))
            .filter(person -> person.roles().stream().map(Role::code).anyMatch(role::equals))
            .isPresent();
    return held || (Role.of(role).isEmpty() && !changesRights(told));
  }

  /**
   * Whether an entry's actor may change rights in that way, erase or move money; all else passes
   * here.
   */
  boolean permits(Told told) {
    if (ErasuresTold.erases(told)) {
      return allows(told.entry().provenance().actor(), Permission.ERASE_CUSTOMERS);
    }
    String actor = told.entry().provenance().actor();
    if (!changesRights(told)) {
      return !MONEY.contains(told.category()) || allows(actor, toMoveMoney(told));
    }
    if (told.subject().equals(actor)) {
      return told.type().equals(StaffEvents.PASSWORD_CHANGED);
    }
    Permission needed =
        switch (told.type()) {
          case StaffEvents.SIGN_IN_UNLOCKED -> Permission.UNLOCK_SIGN_IN;
          case StaffEvents.SIGNING_KEY_CERTIFIED, StaffEvents.SIGNING_KEY_REVOKED ->
              Permission.CERTIFY_KEYS;
          default -> Permission.MANAGE_STAFF;
        };
    return allows(actor, needed);
  }

  /** Tellers and head tellers serve; history is taken over by whoever keeps the ledger. */
  private static Permission toMoveMoney(Told told) {
    boolean imported =
        told.category().equals(AccountEvents.CATEGORY)
            && told.entry().provenance().reason().equals(Optional.of(Provenance.IMPORTED));
    return imported ? Permission.MAINTAIN_LEDGER : Permission.SERVE_CUSTOMERS;
  }

  /**
   * Whether it certifies or revokes a key that was not the person's then: who did it saw another
   * one than the ledger has.
   */
  boolean namesAnotherKey(Told told) {
    if (!told.category().equals(StaffEvents.CATEGORY) || !ABOUT_A_KEY.contains(told.type())) {
      return false;
    }
    try {
      return !Optional.of(keyNamed(told)).equals(keyOf(told.subject()));
    } catch (Unfit _) {
      // It is found when it is taken.
      return false;
    }
  }

  private static String keyNamed(Told told) throws Unfit {
    return Told.text(told.facts(), "public_key", Told.KEY);
  }

  private boolean allows(String actor, Permission needed) {
    return Optional.ofNullable(people.get(actor))
        .filter(person -> Permissions.allows(person.roles(), needed))
        .isPresent();
  }

  /** What happens before anybody has shown who they are, and a workstation's own key. */
  static boolean unsignedByNature(Told told) {
    return switch (told.category()) {
      case StaffEvents.CATEGORY -> DOOR.contains(told.type());
      case WorkstationEvents.CATEGORY ->
          told.type().equals(WorkstationEvents.SIGN_IN_FAILED)
              || told.type().equals(GivenKey.WORKSTATION_KEY_ADDED);
      default -> false;
    };
  }

  private static boolean changesRights(Told told) {
    return told.category().equals(StaffEvents.CATEGORY) && !unsignedByNature(told);
  }

  /**
   * Takes an entry of a person's.
   *
   * @throws Unfit if it cannot follow
   */
  void take(Told told) throws Unfit {
    told.demandFirstShape();
    String name = told.subject();
    Optional<Person> before = Optional.ofNullable(people.get(name));
    if (before.isPresent() == told.type().equals(StaffEvents.STAFF_MEMBER_ADDED)) {
      throw new Unfit();
    }
    people.put(name, before.isEmpty() ? added(told) : after(before.get(), told));
    begun |= keyOf(name).isPresent();
  }

  private static Person added(Told told) throws Unfit {
    var facts = told.facts();
    return new Person(roles(Told.texts(facts, "roles")), Told.signingKey(facts), false);
  }

  private static Person after(Person person, Told told) throws Unfit {
    return switch (told.type()) {
      case StaffEvents.ROLE_GRANTED -> person.with(role(told));
      case StaffEvents.ROLE_REVOKED -> person.without(role(told));
      case StaffEvents.PASSWORD_CHANGED -> person.with(Told.signingKey(told.facts()));
      case StaffEvents.SIGNING_KEY_CERTIFIED, StaffEvents.SIGNING_KEY_REVOKED -> {
        var _ = keyNamed(told);
        yield person.revoked(told.type().equals(StaffEvents.SIGNING_KEY_REVOKED));
      }
      case StaffEvents.STAFF_SUSPENDED,
          StaffEvents.STAFF_REINSTATED,
          StaffEvents.SIGN_IN_UNLOCKED ->
          person;
      default -> {
        if (!DOOR.contains(told.type())) {
          throw new Unfit();
        }
        yield person;
      }
    };
  }

  private static Role role(Told told) throws Unfit {
    return role(Told.text(told.facts(), "role"));
  }

  private static Role role(String code) throws Unfit {
    return Role.of(code).orElseThrow(Unfit::new);
  }

  private static Set<Role> roles(Collection<String> codes) throws Unfit {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : codes) {
      roles.add(role(code));
    }
    return roles;
  }
}

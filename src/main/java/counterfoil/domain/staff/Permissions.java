package counterfoil.domain.staff;

import static counterfoil.domain.staff.Permission.APPROVE;
import static counterfoil.domain.staff.Permission.CERTIFY_KEYS;
import static counterfoil.domain.staff.Permission.CHANGE_SETTINGS;
import static counterfoil.domain.staff.Permission.COUNT_TILLS;
import static counterfoil.domain.staff.Permission.ERASE_CUSTOMERS;
import static counterfoil.domain.staff.Permission.EXPORT;
import static counterfoil.domain.staff.Permission.FORCE_CLOSE_TILL;
import static counterfoil.domain.staff.Permission.KEEP_TILL;
import static counterfoil.domain.staff.Permission.MAINTAIN_LEDGER;
import static counterfoil.domain.staff.Permission.MANAGE_STAFF;
import static counterfoil.domain.staff.Permission.POST_BACK_OFFICE;
import static counterfoil.domain.staff.Permission.REVERSE_EARLIER;
import static counterfoil.domain.staff.Permission.REVERSE_TODAY;
import static counterfoil.domain.staff.Permission.RUN_DAY;
import static counterfoil.domain.staff.Permission.RUN_VAULT;
import static counterfoil.domain.staff.Permission.SEE_BRANCH;
import static counterfoil.domain.staff.Permission.SEE_OWN_JOURNAL;
import static counterfoil.domain.staff.Permission.SERVE_CUSTOMERS;
import static counterfoil.domain.staff.Permission.SET_ACCOUNT_TERMS;
import static counterfoil.domain.staff.Permission.SIGN_OFF_EXCEPTIONS;
import static counterfoil.domain.staff.Permission.UNLOCK_SIGN_IN;
import static counterfoil.domain.staff.Permission.VERIFY;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what. Only tellers and head tellers move money; the auditor sees and proves; the
 * administrator sets the rules and moves nothing.
 */
public final class Permissions {
  private Permissions() {}

  /** All that a role may do. */
  public static Set<Permission> of(Role role) {
    return switch (role) {
      case TELLER -> EnumSet.of(SERVE_CUSTOMERS, KEEP_TILL, REVERSE_TODAY, SEE_OWN_JOURNAL);
      case HEAD_TELLER ->
          EnumSet.of(
              SERVE_CUSTOMERS,
              KEEP_TILL,
              REVERSE_TODAY,
              REVERSE_EARLIER,
              APPROVE,
              RUN_VAULT,
              COUNT_TILLS,
              FORCE_CLOSE_TILL,
              RUN_DAY,
              SET_ACCOUNT_TERMS,
              POST_BACK_OFFICE,
              SIGN_OFF_EXCEPTIONS,
              SEE_OWN_JOURNAL,
              SEE_BRANCH,
              EXPORT,
              VERIFY,
              CERTIFY_KEYS,
              UNLOCK_SIGN_IN);
      case AUDITOR -> EnumSet.of(SEE_OWN_JOURNAL, SEE_BRANCH, EXPORT, VERIFY);
      case ADMINISTRATOR ->
          EnumSet.of(
              MANAGE_STAFF,
              CERTIFY_KEYS,
              UNLOCK_SIGN_IN,
              CHANGE_SETTINGS,
              ERASE_CUSTOMERS,
              MAINTAIN_LEDGER,
              SEE_OWN_JOURNAL,
              VERIFY);
    };
  }

  /** The roles that allow it, in the order in which {@link Role} names them. */
  public static List<Role> holding(Permission permission) {
    return Stream.of(Role.values()).filter(role -> of(role).contains(permission)).toList();
  }

  /** Whether one of the roles allows it. */
  public static boolean allows(Set<Role> roles, Permission permission) {
    return actsAs(roles, permission).isPresent();
  }

  /**
   * The role in which a person with these roles does such an act: the lowest one that allows it, in
   * the order in which {@link Role} names them. A head teller who is a teller too serves customers
   * as a teller, within a teller's limits.
   */
  public static Optional<Role> actsAs(Set<Role> roles, Permission permission) {
    return Stream.of(Role.values())
        .filter(roles::contains)
        .filter(role -> of(role).contains(permission))
        .findFirst();
  }

  /** Whether one person may have all of these: tellers may be head tellers, nothing else mixes. */
  public static boolean mix(Set<Role> roles) {
    return roles.size() < 2 || roles.equals(EnumSet.of(Role.TELLER, Role.HEAD_TELLER));
  }
}

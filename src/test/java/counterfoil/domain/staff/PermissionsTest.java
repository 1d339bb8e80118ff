package counterfoil.domain.staff;

import static counterfoil.domain.staff.Role.ADMINISTRATOR;
import static counterfoil.domain.staff.Role.AUDITOR;
import static counterfoil.domain.staff.Role.HEAD_TELLER;
import static counterfoil.domain.staff.Role.TELLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  /** The whole table: teller, head teller, auditor, administrator. */
  private static final String TABLE =
      """
      serve_customers      T H . .
      keep_till            T H . .
      reverse_today        T H . .
      reverse_earlier      . H . .
      approve              . H . .
      run_vault            . H . .
      count_tills          . H . .
      force_close_till     . H . .
      run_day              . H . .
      set_account_terms    . H . .
      post_back_office     . H . .
      sign_off_exceptions  . H . .
      see_own_journal      T H U A
      see_branch           . H U .
      export               . H U .
      verify               . H U A
      manage_staff         . . . A
      certify_keys         . H . A
      unlock_sign_in       . H . A
      change_settings      . . . A
      erase_customers      . . . A
      maintain_ledger      . . . A
      """;

  @Test
  void every_role_may_do_what_the_table_says_and_nothing_else() {
    assertEquals(
        TABLE,
        Stream.of(Permission.values())
            .map(permission ->
                "%-20s %s%n"
                    .formatted(
                        permission.code(),
                        Stream.of(Role.values())
                            .map(role ->
                                Permissions.allows(Set.of(role), permission) ? letter(role) : ".")
                            .collect(Collectors.joining(" ")))
                    .replace(System.lineSeparator(), "\n"))
            .collect(Collectors.joining()));
  }

  private static String letter(Role role) {
    return switch (role) {
      case TELLER -> "T";
      case HEAD_TELLER -> "H";
      case AUDITOR -> "U";
      case ADMINISTRATOR -> "A";
    };
  }

  @Test
  void who_sees_or_sets_the_rules_moves_no_money() {
    Set<Permission> moving =
        EnumSet.of(
            Permission.SERVE_CUSTOMERS,
            Permission.KEEP_TILL,
            Permission.REVERSE_TODAY,
            Permission.REVERSE_EARLIER,
            Permission.RUN_VAULT,
            Permission.FORCE_CLOSE_TILL,
            Permission.SET_ACCOUNT_TERMS,
            Permission.POST_BACK_OFFICE,
            Permission.APPROVE);
    for (Permission permission : moving) {
      assertFalse(Permissions.allows(Set.of(AUDITOR, ADMINISTRATOR), permission));
    }
  }

  @Test
  void whoever_has_no_role_may_do_nothing() {
    assertTrue(
        Arrays.stream(Permission.values())
            .noneMatch(permission -> Permissions.allows(Set.of(), permission)));
  }

  @Test
  void a_person_acts_in_the_lowest_role_that_allows_it() {
    Set<Role> both = Set.of(TELLER, HEAD_TELLER);
    assertEquals(Optional.of(TELLER), Permissions.actsAs(both, Permission.SERVE_CUSTOMERS));
    assertEquals(Optional.of(HEAD_TELLER), Permissions.actsAs(both, Permission.APPROVE));
    assertEquals(Optional.empty(), Permissions.actsAs(both, Permission.MANAGE_STAFF));
  }

  @Test
  void only_teller_and_head_teller_go_together() {
    for (Role one : Role.values()) {
      for (Role other : Role.values()) {
        Set<Role> roles = EnumSet.of(one, other);
        boolean together = one == other || roles.equals(EnumSet.of(TELLER, HEAD_TELLER));
        assertEquals(together, Permissions.mix(roles), roles::toString);
      }
    }
    assertFalse(Permissions.mix(EnumSet.allOf(Role.class)));
  }

  @Test
  void codes_are_what_history_has_written() {
    assertEquals(
        List.of("teller", "head_teller", "auditor", "administrator"),
        Stream.of(Role.values()).map(Role::code).toList());
    assertEquals(Optional.of(HEAD_TELLER), Role.of("head_teller"));
    assertEquals(Optional.empty(), Role.of("HEAD_TELLER"));
  }
}

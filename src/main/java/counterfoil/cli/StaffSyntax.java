package counterfoil.cli;

import counterfoil.application.Order;
import counterfoil.application.Quoted;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Credential;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffCommand.Administration;
import counterfoil.domain.staff.StaffCommand.CertifyKey;
import counterfoil.domain.staff.StaffCommand.ChangePassword;
import counterfoil.domain.staff.StaffCommand.GrantRole;
import counterfoil.domain.staff.StaffCommand.ReinstateStaff;
import counterfoil.domain.staff.StaffCommand.RevokeKey;
import counterfoil.domain.staff.StaffCommand.RevokeRole;
import counterfoil.domain.staff.StaffCommand.SuspendStaff;
import counterfoil.domain.staff.StaffCommand.UnlockSignIn;
import counterfoil.domain.staff.StaffName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Commands over the people of the branch. */
final class StaffSyntax implements CommandSyntax.Family {
  private final Passwords passwords;

  StaffSyntax(Passwords passwords) {
    this.passwords = passwords;
  }

  @Override
  public Optional<Order> read(String name, CommandFields fields) {
    return administration(name, fields).map(Order.ManageStaff::new);
  }

  private Optional<Administration> administration(String name, CommandFields fields) {
    return switch (name) {
      case "add_staff" -> Optional.of(newMember(fields));
      case "grant_role" -> Optional.of(new GrantRole(person(fields), role(fields)));
      case "revoke_role" -> Optional.of(new RevokeRole(person(fields), role(fields)));
      case "suspend_staff" -> Optional.of(new SuspendStaff(person(fields), fields.text("reason")));
      case "reinstate_staff" ->
          Optional.of(new ReinstateStaff(person(fields), fields.text("reason")));
      case "certify_key" -> Optional.of(new CertifyKey(person(fields), fields.text("public_key")));
      case "revoke_key" -> Optional.of(new RevokeKey(person(fields), fields.text("reason")));
      case "unlock_staff" -> Optional.of(new UnlockSignIn(person(fields)));
      case "change_password" -> {
        StaffName person = person(fields);
        Credential credential = credential(person, fields);
        yield Optional.of(new ChangePassword(person, credential, fields.flag("temporary")));
      }
      default -> Optional.empty();
    };
  }

  private AddStaffMember newMember(CommandFields fields) {
    StaffName person = person(fields);
    Set<Role> roles = EnumSet.noneOf(Role.class);
    fields.texts("roles").forEach(text -> roles.add(role(text, fields)));
    String fullName = fields.text("full_name");
    Credential credential = credential(person, fields);
    return new AddStaffMember(person, fullName, roles, credential, fields.flag("temporary"));
  }

  private Credential credential(StaffName person, CommandFields fields) {
    char[] password = fields.text("password").toCharArray();
    try {
      Optional<Refusal> refusal = passwords.refuse(person, password);
      if (refusal.isPresent()) {
        throw new UnlawfulCommand(refusal.get());
      }
      return passwords.hash(password);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  private static StaffName person(CommandFields fields) {
    return fields.parsed(
        "name",
        StaffName::parse,
        "a sign-in name: 1 to %d letters and digits of ASCII, with dots, hyphens or underscores"
                .formatted(StaffName.MAX_LENGTH)
            + " inside");
  }

  private static Role role(CommandFields fields) {
    return role(fields.text("role"), fields);
  }

  private static Role role(String code, CommandFields fields) {
    return Role.of(code)
        .orElseThrow(() ->
            fields.malformed(
                "%s is not a role: there are teller, head_teller, auditor and administrator."
                    .formatted(Quoted.of(code))));
  }
}

package counterfoil.application;

import counterfoil.application.Order.ManageStaff;
import counterfoil.application.signin.Passwords;
import counterfoil.domain.Limits;
import counterfoil.domain.Refusal;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The first person of a branch: its administrator, who adds all others.
 *
 * @param fullName as papers write it
 */
public record Founder(StaffName name, String fullName) {
  /** Why a branch cannot begin with this person and this password; nothing if it can. */
  public Optional<Refusal> refuse(char[] password) {
    return Limits.refuseName("person", fullName, Limits.MAX_HOLDER_LENGTH)
        .or(() -> new Passwords().refuse(name, password));
  }

  /**
   * Makes the person the administrator of a ledger without staff: from here on people sign in.
   *
   * @param password is wiped
   */
  public Outcome join(Ledger ledger, char[] password, String workstation) {
    try {
      return ledger
          .unstaffed(new Actor(name.value(), Actor.ADMINISTRATOR, workstation))
          .post(
              Posting.of(
                  new ManageStaff(
                      new AddStaffMember(
                          name,
                          fullName,
                          Set.of(Role.ADMINISTRATOR),
                          ledger.passwords().hash(password)))));
    } finally {
      Arrays.fill(password, '\0');
    }
  }
}

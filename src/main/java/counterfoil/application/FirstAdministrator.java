package counterfoil.application;

import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffCommand.AddStaffMember;
import counterfoil.domain.staff.StaffName;
import java.util.Set;

/** Adds a ledger's first member of staff: from then on its people sign in. */
public final class FirstAdministrator {
  private FirstAdministrator() {}

  /**
   * @param password one that {@link counterfoil.application.signin.Passwords#refuse} lets pass;
   *     left as it is, for its owner to wipe
   * @return what came of it; refused where there is staff already
   */
  public static Outcome add(
      Ledger ledger, StaffName name, String fullName, char[] password, String workstation) {
    var command =
        new AddStaffMember(
            name, fullName, Set.of(Role.ADMINISTRATOR), ledger.passwords().hash(password));
    return ledger
        .unstaffed(new Actor(name.value(), Actor.ADMINISTRATOR, workstation))
        .post(Posting.of(new Order.ManageStaff(command)));
  }
}

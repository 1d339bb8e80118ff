package counterfoil.projection;

import counterfoil.domain.staff.Failures;
import counterfoil.domain.staff.Role;
import counterfoil.domain.staff.StaffName;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A member of staff as of now.
 *
 * @param failures at the door since it last went right; {@link Failures#locked} says whether
 *     somebody must unlock it
 * @param lastSignIn nothing if they never did
 * @param workstation where they are signed in; nothing once they have signed out
 */
public record StaffLine(
    StaffName name,
    String fullName,
    Set<Role> roles,
    boolean suspended,
    Failures failures,
    Optional<Instant> lastSignIn,
    Optional<String> workstation,
    long version) {
  public StaffLine {
    roles = Set.copyOf(roles);
  }
}

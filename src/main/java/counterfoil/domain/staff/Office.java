package counterfoil.domain.staff;

import java.util.Optional;
import java.util.Set;

/**
 * What a decision about one person needs to know of all others.
 *
 * @param by who asks; nobody while the ledger has no staff yet
 * @param administrators those who are not suspended; empty while there is no staff
 */
public record Office(Optional<StaffName> by, Set<StaffName> administrators) {
  public Office {
    administrators = Set.copyOf(administrators);
  }

  /** Before the first member of staff. */
  public static Office founding() {
    return new Office(Optional.empty(), Set.of());
  }

  public boolean unstaffed() {
    return administrators.isEmpty();
  }
}

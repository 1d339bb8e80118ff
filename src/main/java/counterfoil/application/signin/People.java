package counterfoil.application.signin;

import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.projection.StreamLoader.Known;
import java.util.Collection;

/** The staff of a ledger, as it is now. Safe from any thread. */
public interface People {
  /** A person with the version of their stream; unknown with -1 where nobody has that name. */
  Known<StaffState> load(StaffName name);

  /** Everybody who was ever added. */
  Collection<StaffName> names();
}

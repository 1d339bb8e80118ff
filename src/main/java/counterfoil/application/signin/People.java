package counterfoil.application.signin;

import counterfoil.domain.staff.StaffName;
import counterfoil.domain.staff.StaffState;
import counterfoil.eventstore.StreamName;
import counterfoil.projection.StreamLoader.Known;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The staff of a ledger, as it is now. Safe from any thread. */
public interface People {
  /** A person with the version of their stream; unknown with -1 where nobody has that name. */
  Known<StaffState> load(StaffName name);

  /**
   * When each failure of a name that nobody has was, the oldest first; one stream for each name.
   */
  List<Instant> failuresOf(StreamName stranger);

  /** Bytes that this ledger has always had and no other has; at least 16. */
  byte[] salt();

  /** Everybody who was ever added. */
  Collection<StaffName> names();
}

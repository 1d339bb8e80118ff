package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.TornTail;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** An event store together with the database that holds its read models. */
public interface LedgerStore extends EventStore {
  Charter charter();

  /** Whether other workstations append to the same ledger. */
  default boolean shared() {
    return false;
  }

  /** Connections for questions to the read models; not for writing. */
  DataSource reads();

  /** What was set aside of the tape when the store was opened; nothing where there is no tape. */
  default Optional<TornTail> tornTail() {
    return Optional.empty();
  }

  /**
   * Recomputes everything that can be recomputed from the entries' bytes alone, in service all the
   * while.
   *
   * @return what is wrong, in the order of positions; nothing for an intact ledger
   */
  List<Finding> audit(Progress progress);

  /**
   * Makes the read models anew from the entries.
   *
   * @return the number of entries
   */
  long rebuild(Progress progress);
}

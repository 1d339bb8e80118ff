package counterfoil.projection;

import counterfoil.domain.workstation.WorkstationEvent.WorkstationKeyAdded;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.WorkstationEvents;
import counterfoil.proof.Checked.Good;
import counterfoil.proof.VerifierKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The keys that workstations have signed a ledger's checkpoints with, as they are recorded. */
public final class WorkstationKeys {
  private final Query query;
  private final EventStore store;

  public WorkstationKeys(DataSource database, EventStore store) {
    this.query = new Query(database);
    this.store = store;
  }

  /**
   * A key.
   *
   * @param key its public half, as a verifier key
   * @param position of the entry that says so
   */
  public record Line(String workstation, String key, long position, Instant at) {}

  /** In the order in which they were added. */
  public List<Line> all() {
    return query
        .list(
            "SELECT position FROM entry WHERE stream >= ? AND stream < ? AND type = ?"
                + " ORDER BY position",
            row -> row.getLong(1),
            WorkstationEvents.CATEGORY + "-",
            WorkstationEvents.CATEGORY + ".",
            WorkstationEvents.WORKSTATION_KEY_ADDED)
        .stream()
        .flatMap(position -> store.at(position).stream())
        .flatMap(WorkstationKeys::line)
        .toList();
  }

  /** The same as keys that verify; what is none is left out, and verifies nothing. */
  public List<VerifierKey> trusted() {
    return all().stream()
        .flatMap(line ->
            VerifierKey.parse(line.key()) instanceof Good<VerifierKey>(VerifierKey key)
                ? Stream.of(key)
                : Stream.empty())
        .toList();
  }

  private static Stream<Line> line(Entry entry) {
    return WorkstationEvents.KIND.decode(entry.type(), entry.payload())
            instanceof WorkstationKeyAdded added
        ? Stream.of(
            new Line(added.workstation(), added.key(), entry.position(), entry.recordedAt()))
        : Stream.empty();
  }
}

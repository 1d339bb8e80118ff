package counterfoil.eventstore.sequencing;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a store has recorded, as far as the next append depends on it. */
public interface Recorded {
  /** The version of a stream's last entry, {@value ExpectedVersion#NONE} if it has none. */
  long version(StreamName stream);

  /** Those of the commands that are known: asked for a whole group, which is far cheaper. */
  Set<UUID> known(Collection<UUID> commandIds);

  /** The entries that a command led to, in order; none if it is not known. */
  List<Entry> ofCommand(UUID commandId);

  /** At most {@code atMost} entries of a stream from a version on, in order. */
  List<Entry> ofStream(StreamName stream, long fromVersion, int atMost);
}

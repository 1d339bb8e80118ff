package counterfoil.eventstore.backup;

import counterfoil.eventstore.Entry;
import java.io.IOException;
import java.util.List;

/** The entries of a ledger, append by append from the first. For one thread at a time. */
@FunctionalInterface
public interface Appends {
  /** The next append's entries; none when there are no more. */
  List<Entry> next() throws IOException;
}

package counterfoil.desktop.timeline;

import counterfoil.projection.JournalLine;
import java.util.Optional;

/**
 * A row of the list of entries.
 *
 * @param line nothing as long as it is being fetched
 */
record EntryRow(long position, Optional<JournalLine> line) {}

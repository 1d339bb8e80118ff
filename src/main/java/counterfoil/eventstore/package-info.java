/**
 * The event store: entries in streams, appended with an expected version, read in the order of
 * their positions. Knows nothing of banking. What every store promises stands at {@link
 * counterfoil.eventstore.EventStore}.
 */
@NullMarked
package counterfoil.eventstore;

import org.jspecify.annotations.NullMarked;

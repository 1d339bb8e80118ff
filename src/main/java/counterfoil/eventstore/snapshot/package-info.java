/**
 * Snapshots: states of streams kept to shorten loading. They are a convenience and never a truth;
 * deleting them all changes no answer.
 */
@NullMarked
package counterfoil.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;

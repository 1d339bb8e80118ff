/**
 * What every event store promises, as tests: one class for each promise. A store passes by
 * extending {@link counterfoil.eventstore.conformance.EventStoreConformance}.
 */
@NullMarked
package counterfoil.eventstore.conformance;

import org.jspecify.annotations.NullMarked;

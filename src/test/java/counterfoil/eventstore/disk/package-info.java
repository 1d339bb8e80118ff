/**
 * A disk in memory that remembers every operation and what was forced, for the tape and for H2
 * alike: so that its power can be cut at any of them, and any of them can fail.
 */
@NullMarked
package counterfoil.eventstore.disk;

import org.jspecify.annotations.NullMarked;

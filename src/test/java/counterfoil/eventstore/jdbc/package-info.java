/** Tests of {@link counterfoil.eventstore.jdbc}. */
@NullMarked
package counterfoil.eventstore.jdbc;

import org.jspecify.annotations.NullMarked;

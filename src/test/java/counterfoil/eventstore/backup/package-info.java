/** Tests of {@link counterfoil.eventstore.backup}. */
@NullMarked
package counterfoil.eventstore.backup;

import org.jspecify.annotations.NullMarked;

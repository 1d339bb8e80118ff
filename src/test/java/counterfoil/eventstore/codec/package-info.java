/** Tests of {@link counterfoil.eventstore.codec}. */
@NullMarked
package counterfoil.eventstore.codec;

import org.jspecify.annotations.NullMarked;

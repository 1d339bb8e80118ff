/** Tests of {@link counterfoil.eventstore.tape}, and a disk that fails as real ones do. */
@NullMarked
package counterfoil.eventstore.tape;

import org.jspecify.annotations.NullMarked;

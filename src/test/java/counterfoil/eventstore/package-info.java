/** Tests of {@link counterfoil.eventstore}, and the entries they are made of. */
@NullMarked
package counterfoil.eventstore;

import org.jspecify.annotations.NullMarked;

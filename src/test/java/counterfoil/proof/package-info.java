/** Tests of {@link counterfoil.proof}. */
@NullMarked
package counterfoil.proof;

import org.jspecify.annotations.NullMarked;

/** Tests of {@link counterfoil.application.notary}. */
@NullMarked
package counterfoil.application.notary;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.domain.till;

import org.jspecify.annotations.NullMarked;

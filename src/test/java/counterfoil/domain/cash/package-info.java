@NullMarked
package counterfoil.domain.cash;

import org.jspecify.annotations.NullMarked;

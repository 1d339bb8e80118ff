@NullMarked
package counterfoil.domain.customer;

import org.jspecify.annotations.NullMarked;

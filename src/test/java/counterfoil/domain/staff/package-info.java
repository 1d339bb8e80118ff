@NullMarked
package counterfoil.domain.staff;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.domain.branch;

import org.jspecify.annotations.NullMarked;

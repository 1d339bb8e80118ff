@NullMarked
package counterfoil.domain.approval;

import org.jspecify.annotations.NullMarked;

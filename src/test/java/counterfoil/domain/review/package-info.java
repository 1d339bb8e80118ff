@NullMarked
package counterfoil.domain.review;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.projection;

import org.jspecify.annotations.NullMarked;

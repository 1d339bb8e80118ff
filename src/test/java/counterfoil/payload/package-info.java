@NullMarked
package counterfoil.payload;

import org.jspecify.annotations.NullMarked;

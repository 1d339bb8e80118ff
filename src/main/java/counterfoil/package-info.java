@NullMarked
package counterfoil;

import org.jspecify.annotations.NullMarked;

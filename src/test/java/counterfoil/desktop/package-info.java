/** Tests of the desktop as a whole, on a screen that does not exist. */
@NullMarked
package counterfoil.desktop;

import org.jspecify.annotations.NullMarked;

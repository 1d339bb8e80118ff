/** Tests of the till's screen. */
@NullMarked
package counterfoil.desktop.till;

import org.jspecify.annotations.NullMarked;

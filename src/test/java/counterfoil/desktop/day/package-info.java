/** A whole business day at the screens, as its people live it. */
@NullMarked
package counterfoil.desktop.day;

import org.jspecify.annotations.NullMarked;

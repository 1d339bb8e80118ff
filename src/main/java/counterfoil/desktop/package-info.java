/** The desktop: its window, its screens, and how they are put together. */
@NullMarked
package counterfoil.desktop;

import org.jspecify.annotations.NullMarked;

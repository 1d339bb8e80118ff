/** Papers on the screen and on a printer, drawn from the same layout as their PDF. */
@NullMarked
package counterfoil.desktop.paper;

import org.jspecify.annotations.NullMarked;

/**
 * The supervisor's view of a business date: tills, vault, what waits, what is out of the ordinary.
 */
@NullMarked
package counterfoil.desktop.supervisor;

import org.jspecify.annotations.NullMarked;

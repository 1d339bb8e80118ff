/** The branch's papers on demand: chosen, seen, printed, saved. */
@NullMarked
package counterfoil.desktop.reports;

import org.jspecify.annotations.NullMarked;

/** The past on a slider: one cursor over the ledger's entries, and everything as it was there. */
@NullMarked
package counterfoil.desktop.timeline;

import org.jspecify.annotations.NullMarked;

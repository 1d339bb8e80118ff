/** Before there is an open ledger: founding one, trying a sample, waiting for one to open. */
@NullMarked
package counterfoil.desktop.setup;

import org.jspecify.annotations.NullMarked;

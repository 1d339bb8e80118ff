/** Tests of what happens before there is an open ledger. */
@NullMarked
package counterfoil.desktop.setup;

import org.jspecify.annotations.NullMarked;

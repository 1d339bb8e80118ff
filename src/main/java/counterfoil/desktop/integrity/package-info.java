/** What the ledger is worth: its proof, its checkpoints, its keys, and what it cannot detect. */
@NullMarked
package counterfoil.desktop.integrity;

import org.jspecify.annotations.NullMarked;

/**
 * What makes a ledger provable to others: the workstation's key, its signed checkpoints and where
 * they are kept, proofs of entries, and the memory of what the ledger was when it was last seen.
 */
@NullMarked
package counterfoil.application.notary;

import org.jspecify.annotations.NullMarked;

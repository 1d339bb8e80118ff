/**
 * Backups: a whole ledger in one file that proves itself. Made from any store while it is in use;
 * what is read back is what was recorded, byte for byte, or nothing.
 */
@NullMarked
package counterfoil.eventstore.backup;

import org.jspecify.annotations.NullMarked;

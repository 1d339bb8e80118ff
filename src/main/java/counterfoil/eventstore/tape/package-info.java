/**
 * The tape: the append-only files that are the ledger's truth. A record is one append; every record
 * carries a checksum and the hash of all records up to it, and is acknowledged only when it has
 * been forced to the disk.
 */
@NullMarked
package counterfoil.eventstore.tape;

import org.jspecify.annotations.NullMarked;

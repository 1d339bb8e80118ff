/**
 * Evidence that a ledger was only ever added to: the RFC 6962 tree over its entries. Needs nothing
 * but the JDK, so that an auditor can read and run it alone.
 */
@NullMarked
package counterfoil.proof;

import org.jspecify.annotations.NullMarked;

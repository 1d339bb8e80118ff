/** Takes over the history of accounts from files, as it happened, before this ledger existed. */
@NullMarked
package counterfoil.application.history;

import org.jspecify.annotations.NullMarked;

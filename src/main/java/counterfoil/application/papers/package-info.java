/**
 * The branch's papers, filled with what the ledger holds. Whatever stands on one was recorded:
 * nothing is reckoned here but sums.
 */
@NullMarked
package counterfoil.application.papers;

import org.jspecify.annotations.NullMarked;

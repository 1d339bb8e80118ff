/** The balance table: every account of the branch, live, sorted and filtered by the database. */
@NullMarked
package counterfoil.desktop.accounts;

import org.jspecify.annotations.NullMarked;

/** The customers: who they are, what was changed about that, and what accounts they hold. */
@NullMarked
package counterfoil.desktop.customer;

import org.jspecify.annotations.NullMarked;

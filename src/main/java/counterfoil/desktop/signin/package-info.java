/** The door of a ledger that has staff: signing in, and the lock. */
@NullMarked
package counterfoil.desktop.signin;

import org.jspecify.annotations.NullMarked;

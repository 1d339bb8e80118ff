/** The teller's screen: find an account, see its card and history, post one act after the other. */
@NullMarked
package counterfoil.desktop.counter;

import org.jspecify.annotations.NullMarked;

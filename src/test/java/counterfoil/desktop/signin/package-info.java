/** Tests of the door and the lock. */
@NullMarked
package counterfoil.desktop.signin;

import org.jspecify.annotations.NullMarked;

/** The door: passwords, signing in and out, locking, and a second person's word at the desk. */
@NullMarked
package counterfoil.application.signin;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.application.signin;

import org.jspecify.annotations.NullMarked;

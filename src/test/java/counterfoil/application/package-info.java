@NullMarked
package counterfoil.application;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.application.papers;

import org.jspecify.annotations.NullMarked;

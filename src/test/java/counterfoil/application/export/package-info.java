@NullMarked
package counterfoil.application.export;

import org.jspecify.annotations.NullMarked;

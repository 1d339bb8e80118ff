@NullMarked
package counterfoil.desktop.supervisor;

import org.jspecify.annotations.NullMarked;

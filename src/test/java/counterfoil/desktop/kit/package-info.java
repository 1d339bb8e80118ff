@NullMarked
package counterfoil.desktop.kit;

import org.jspecify.annotations.NullMarked;

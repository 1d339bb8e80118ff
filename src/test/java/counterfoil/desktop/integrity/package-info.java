@NullMarked
package counterfoil.desktop.integrity;

import org.jspecify.annotations.NullMarked;

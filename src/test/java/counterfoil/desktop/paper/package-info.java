@NullMarked
package counterfoil.desktop.paper;

import org.jspecify.annotations.NullMarked;

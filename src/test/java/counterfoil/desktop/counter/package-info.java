@NullMarked
package counterfoil.desktop.counter;

import org.jspecify.annotations.NullMarked;

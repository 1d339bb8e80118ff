@NullMarked
package counterfoil.desktop.customer;

import org.jspecify.annotations.NullMarked;

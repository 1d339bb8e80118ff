@NullMarked
package counterfoil.desktop.accounts;

import org.jspecify.annotations.NullMarked;

@NullMarked
package counterfoil.desktop.approval;

import org.jspecify.annotations.NullMarked;

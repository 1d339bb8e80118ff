@NullMarked
package counterfoil.desktop.reports;

import org.jspecify.annotations.NullMarked;

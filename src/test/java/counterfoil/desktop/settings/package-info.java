@NullMarked
package counterfoil.desktop.settings;

import org.jspecify.annotations.NullMarked;

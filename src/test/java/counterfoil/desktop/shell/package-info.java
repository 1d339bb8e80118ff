/** Tests of the frame around the screens. */
@NullMarked
package counterfoil.desktop.shell;

import org.jspecify.annotations.NullMarked;

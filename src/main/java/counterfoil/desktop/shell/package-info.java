/** The frame around the screens: navigation, search and commands, status. */
@NullMarked
package counterfoil.desktop.shell;

import org.jspecify.annotations.NullMarked;

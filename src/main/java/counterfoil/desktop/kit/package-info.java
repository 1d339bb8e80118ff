/** What every screen is made with: texts, figures, colours, fonts, work off the screen's thread. */
@NullMarked
package counterfoil.desktop.kit;

import org.jspecify.annotations.NullMarked;

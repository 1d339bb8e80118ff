/** How the timeline moves, what it shows, and that both agree. */
@NullMarked
package counterfoil.desktop.timeline;

import org.jspecify.annotations.NullMarked;

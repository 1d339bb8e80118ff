/** What one person may not do alone: the second signature at the desk, and the queue for it. */
@NullMarked
package counterfoil.desktop.approval;

import org.jspecify.annotations.NullMarked;

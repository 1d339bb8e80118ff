/** Taking over history: what is recorded, and what is refused. */
@NullMarked
package counterfoil.application.history;

import org.jspecify.annotations.NullMarked;

/** How domain events are written down: stable names, schema versions, and their facts as JSON. */
@NullMarked
package counterfoil.payload;

import org.jspecify.annotations.NullMarked;

/** Parsers of what comes from outside, given what nobody would write. */
@NullMarked
package counterfoil.fuzz;

import org.jspecify.annotations.NullMarked;

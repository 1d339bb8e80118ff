/**
 * The tills and the vault: what lies in each drawer by denomination, who serves from it, and how
 * cash moves from one to the other. Pure functions over records; no clock, no random numbers, no
 * input or output.
 */
@NullMarked
package counterfoil.domain.till;

import org.jspecify.annotations.NullMarked;

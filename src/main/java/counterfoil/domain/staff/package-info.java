/**
 * The people of the branch: their roles, what each role may do, and how they sign in. Pure
 * functions over records; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.staff;

import org.jspecify.annotations.NullMarked;

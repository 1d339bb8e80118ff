/**
 * The customer: who somebody is, what has been changed about that, and what follows from it. Pure
 * functions over records; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.customer;

import org.jspecify.annotations.NullMarked;

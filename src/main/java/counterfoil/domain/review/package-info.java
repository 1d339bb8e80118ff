/**
 * The review of what is out of the ordinary: a second look at an entry after the fact. Pure
 * functions over records; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.review;

import org.jspecify.annotations.NullMarked;

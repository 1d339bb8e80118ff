/**
 * Cheques on paper: each is presented once. Pure functions over records; no clock, no random
 * numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.cheque;

import org.jspecify.annotations.NullMarked;

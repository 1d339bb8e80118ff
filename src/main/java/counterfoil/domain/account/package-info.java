/**
 * The account: what can be asked of it, what has happened to it, and what follows from that. Pure
 * functions over records; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.account;

import org.jspecify.annotations.NullMarked;

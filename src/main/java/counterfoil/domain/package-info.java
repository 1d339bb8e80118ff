/**
 * What every room of the domain shares: what a decider answers, why it refuses, and what an amount
 * and a text may be at all. Pure; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain;

import org.jspecify.annotations.NullMarked;

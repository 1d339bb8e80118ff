/**
 * Notes and coins: the denominations of a currency, an amount of cash by its pieces, and which
 * pieces to hand out. Pure; knows neither tills nor customers.
 */
@NullMarked
package counterfoil.domain.cash;

import org.jspecify.annotations.NullMarked;

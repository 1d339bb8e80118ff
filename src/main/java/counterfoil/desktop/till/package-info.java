/** The till's screen: opening, counting, closing, cash between drawers, and the business day. */
@NullMarked
package counterfoil.desktop.till;

import org.jspecify.annotations.NullMarked;

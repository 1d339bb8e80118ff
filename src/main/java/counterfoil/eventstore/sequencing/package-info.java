/** What an append becomes: the rules that every store shares, whatever keeps its entries. */
@NullMarked
package counterfoil.eventstore.sequencing;

import org.jspecify.annotations.NullMarked;

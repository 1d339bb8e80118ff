/** Evidence packs, good and bad, and the two programs that tell them apart. */
@NullMarked
package counterfoil.evidence;

import org.jspecify.annotations.NullMarked;

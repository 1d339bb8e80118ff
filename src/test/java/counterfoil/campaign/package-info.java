/**
 * Crashes by the hundred: processes killed, power cut, disks that fail, always with the same
 * question afterwards: is everything there that was acknowledged, and nothing else but whole acts?
 */
@NullMarked
package counterfoil.campaign;

import org.jspecify.annotations.NullMarked;

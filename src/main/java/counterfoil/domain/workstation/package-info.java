/**
 * What happens at a workstation and belongs to no account, till or person. Pure records; no clock,
 * no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.workstation;

import org.jspecify.annotations.NullMarked;

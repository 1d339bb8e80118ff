/**
 * Approvals: when an act needs a second person, who that may be, and for how long their word holds.
 * Pure functions over records; no clock, no random numbers, no input or output.
 */
@NullMarked
package counterfoil.domain.approval;

import org.jspecify.annotations.NullMarked;

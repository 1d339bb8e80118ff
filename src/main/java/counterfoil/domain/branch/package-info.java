/**
 * The branch as a whole: its business day, and the settings that hold for everybody (limits,
 * products, denominations, hours). Pure functions over records; no clock, no input or output.
 */
@NullMarked
package counterfoil.domain.branch;

import org.jspecify.annotations.NullMarked;

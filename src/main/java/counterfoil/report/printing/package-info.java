/** Papers on their way to a printer, which may not be there: then they wait. */
@NullMarked
package counterfoil.report.printing;

import org.jspecify.annotations.NullMarked;

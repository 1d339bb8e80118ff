@NullMarked
package counterfoil.report.printing;

import org.jspecify.annotations.NullMarked;

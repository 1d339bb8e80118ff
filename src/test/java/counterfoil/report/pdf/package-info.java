@NullMarked
package counterfoil.report.pdf;

import org.jspecify.annotations.NullMarked;

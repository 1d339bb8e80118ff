@NullMarked
package counterfoil.report.export;

import org.jspecify.annotations.NullMarked;

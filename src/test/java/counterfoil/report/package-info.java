@NullMarked
package counterfoil.report;

import org.jspecify.annotations.NullMarked;

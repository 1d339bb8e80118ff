@NullMarked
package counterfoil.report.layout;

import org.jspecify.annotations.NullMarked;

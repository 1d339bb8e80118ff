/**
 * What stands where on a paper: pages of texts, lines and boxes. A paper is laid out once; whatever
 * shows it (PDF, screen, printer) draws the same layout.
 */
@NullMarked
package counterfoil.report.layout;

import org.jspecify.annotations.NullMarked;

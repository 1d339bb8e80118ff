/** Papers as PDF files with their fonts inside, and as pictures of those. */
@NullMarked
package counterfoil.report.pdf;

import org.jspecify.annotations.NullMarked;

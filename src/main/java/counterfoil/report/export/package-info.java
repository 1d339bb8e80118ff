/** What other programs read: comma-separated values, and statements in the form of ISO 20022. */
@NullMarked
package counterfoil.report.export;

import org.jspecify.annotations.NullMarked;

/**
 * The papers of a branch: what stands on each (plain records), and how each is laid out. They know
 * no ledger: whoever asks for a paper fills its record.
 */
@NullMarked
package counterfoil.report;

import org.jspecify.annotations.NullMarked;

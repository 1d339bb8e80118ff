/**
 * The evidence pack: a ledger in one file, with all that an auditor needs to prove it without this
 * program, and the proof of such a file. A second verifier, which shares no code with this one, is
 * {@code verify.mjs}, beside the sources' resources and in every pack.
 */
@NullMarked
package counterfoil.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * The command line: the same program as the desktop, for scripts, auditors and checks. Its words,
 * outputs and exit codes are a contract.
 */
@NullMarked
package counterfoil.cli;

import org.jspecify.annotations.NullMarked;

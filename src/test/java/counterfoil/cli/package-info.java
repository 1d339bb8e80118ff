/** The command line, run as the shell runs it. */
@NullMarked
package counterfoil.cli;

import org.jspecify.annotations.NullMarked;

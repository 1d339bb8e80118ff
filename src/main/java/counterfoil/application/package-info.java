/** What the screens and the command line call: open a ledger, post a command, prove the record. */
@NullMarked
package counterfoil.application;

import org.jspecify.annotations.NullMarked;

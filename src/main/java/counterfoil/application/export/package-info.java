/**
 * What is recorded, taken out of the program as files. An export is itself recorded: its files get
 * their names when an entry tells of them, and not before.
 */
@NullMarked
package counterfoil.application.export;

import org.jspecify.annotations.NullMarked;

/**
 * Read models: what the entries come to, kept in the same database and the same transaction, and
 * the questions that can be asked of it, now or as of any position.
 */
@NullMarked
package counterfoil.projection;

import org.jspecify.annotations.NullMarked;

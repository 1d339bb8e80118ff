/** The event store in an SQL database, and what is kept in that database's own transactions. */
@NullMarked
package counterfoil.eventstore.jdbc;

import org.jspecify.annotations.NullMarked;

package counterfoil.projection;

import counterfoil.eventstore.StreamName;
import java.util.List;
import javax.sql.DataSource;

/** Which streams there are. */
public final class Streams {
  private final Query query;

  public Streams(DataSource database) {
    this.query = new Query(database);
  }

  /** Where the entries of one type of a category are that came after a position, ascending. */
  public List<Long> positions(String category, String type, long after) {
    return query.list(
        "SELECT position FROM entry WHERE position > ? AND type = ? AND stream >= ? AND stream < ?"
            + " ORDER BY position",
        row -> row.getLong(1),
        after,
        type,
        category + "-",
        category + ".");
  }

  /** All streams of a category, in the order of their names. */
  public List<StreamName> of(String category) {
    return query.list(
        "SELECT DISTINCT stream FROM entry WHERE stream >= ? AND stream < ? ORDER BY stream",
        row -> new StreamName(row.getString(1)),
        category + "-",
        category + ".");
  }
}

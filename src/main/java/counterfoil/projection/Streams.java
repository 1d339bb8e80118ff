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

  /** All streams of a category, in the order of their names. */
  public List<StreamName> of(String category) {
    return query.list(
        "SELECT DISTINCT stream FROM entry WHERE stream >= ? AND stream < ? ORDER BY stream",
        row -> new StreamName(row.getString(1)),
        category + "-",
        category + ".");
  }
}

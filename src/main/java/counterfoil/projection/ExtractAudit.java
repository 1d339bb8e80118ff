package counterfoil.projection;

import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Proves what searches look through: packs the journal's rows anew, which are proven before, and
 * compares. For one thread.
 */
final class ExtractAudit {
  private final Query query;
  private long next;

  ExtractAudit(DataSource database) {
    this.query = new Query(database);
  }

  /** Compares what is complete up to a position that is proven, beyond what it compared before. */
  List<Finding> compare(long position, int most) {
    List<Finding> findings = new ArrayList<>();
    for (; next < Extract.numberOf(position + 1); next++) {
      if (findings.size() == most) {
        break;
      }
      long first = Extract.firstPositionOf(next);
      Optional<byte[]> found =
          query.first(
              "SELECT facts FROM journal_extract WHERE number = ?", row -> row.getBytes(1), next);
      if (found.isEmpty()) {
        findings.add(Finding.of(first, Kind.ROW_MISSING, Extracts.TABLE));
      } else if (!Arrays.equals(
          found.get(), Extracts.packed(query, first, first + Extract.ENTRIES - 1))) {
        findings.add(Finding.of(first, Kind.ROW_WRONG, Extracts.TABLE));
      }
    }
    return findings;
  }

  /** Compares the rest, once the whole ledger is proven: nothing may be behind it. */
  List<Finding> compareAll(long position, int most) {
    List<Finding> findings = new ArrayList<>(compare(position, most));
    // What was appended since may have completed some more, whose entries are there.
    query
        .list(
            """
            SELECT number FROM journal_extract
            WHERE number >= ? AND number >= (SELECT MAX(position) FROM journal) / ? OR number < 0
            ORDER BY number LIMIT ?
            """,
            row -> row.getLong(1),
            next,
            Extract.ENTRIES,
            most)
        .forEach(number ->
            findings.add(
                Finding.of(
                    Math.max(0, Extract.firstPositionOf(number)), Kind.ROW_EXTRA, Extracts.TABLE)));
    return findings;
  }
}

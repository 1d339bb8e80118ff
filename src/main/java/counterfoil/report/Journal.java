package counterfoil.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * The branch's numbered list of postings over some business dates.
 *
 * @param lines in the order of the ledger
 */
public record Journal(
    Letterhead letterhead,
    Imprint imprint,
    LocalDate from,
    LocalDate to,
    CurrencyUnit currency,
    List<Line> lines) {
  /**
   * @throws IllegalArgumentException if the period ends before it begins or the lines are not in
   *     the ledger's order
   */
  public Journal {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins");
    }
    lines = List.copyOf(lines);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).position() <= lines.get(i - 1).position()) {
        throw new IllegalArgumentException("the lines are not in the ledger's order");
      }
    }
  }

  /**
   * One posting.
   *
   * @param account an account or a till
   * @param amount what it added; negative for what it took
   */
  public record Line(
      long position,
      Instant at,
      LocalDate businessDate,
      EntryKind kind,
      String account,
      String holder,
      Money amount,
      String reference,
      String narrative,
      String staff,
      String till) {}
}

package counterfoil.application.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The contents of a file set, checked and counted through.
 *
 * @param accounts in the order of their file
 * @param transactions in the order of their file
 */
record History(
    List<AccountRow> accounts,
    List<TransactionRow> transactions,
    List<ImportReport.Difference> differences,
    long belowZero) {

  /**
   * All rows in the order in which they happened: by day, within a day the openings first, then by
   * sequence, then as in the file.
   */
  List<HistoryRow> inOrder() {
    var openings = new ArrayList<>(accounts);
    openings.sort(Comparator.comparing(AccountRow::openedOn));
    var postings = new ArrayList<>(transactions);
    postings.sort(
        Comparator.comparing(TransactionRow::postedOn).thenComparingInt(TransactionRow::sequence));
    var rows = new ArrayList<HistoryRow>(openings.size() + postings.size());
    int opened = 0;
    for (TransactionRow posting : postings) {
      while (opened < openings.size()
          && !openings.get(opened).openedOn().isAfter(posting.postedOn())) {
        rows.add(openings.get(opened++));
      }
      rows.add(posting);
    }
    rows.addAll(openings.subList(opened, openings.size()));
    return rows;
  }
}

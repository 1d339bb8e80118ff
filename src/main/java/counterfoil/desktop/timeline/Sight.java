package counterfoil.desktop.timeline;

import counterfoil.projection.AccountThen;
import counterfoil.projection.BranchTotals;
import counterfoil.projection.EntryDetails;
import counterfoil.projection.EntrySignature;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.util.List;
import java.util.Optional;

/**
 * What is seen from a position: the entry there, what was recorded in the same act, and the state
 * after it. All of it is of one position, so that the parts of the screen cannot contradict each
 * other.
 *
 * @param signature the entry's own
 * @param others the other entries of the same act, the first {@link #OTHERS_AT_MOST}
 * @param roll all accounts in the order shown
 * @param rows those accounts that are in view
 */
record Sight(
    long position,
    Optional<EntryDetails> entry,
    Optional<EntrySignature> signature,
    List<JournalLine> others,
    BranchTotals totals,
    AccountRoll roll,
    List<AccountThen> rows) {
  static final int OTHERS_AT_MOST = 12;

  static Sight from(
      long position,
      AccountRoll accounts,
      int firstRow,
      int lastRow,
      Inquiries inquiries,
      String origin) {
    var entry = inquiries.entry(position);
    var others =
        entry.stream()
            .flatMap(details -> details.sameAct().stream())
            .filter(other -> other != position)
            .limit(OTHERS_AT_MOST)
            .mapToLong(Long::longValue)
            .toArray();
    var roll =
        accounts.withFirst(entry.flatMap(e -> e.line().account()).map(number -> number.value()));
    return new Sight(
        position,
        entry,
        entry.map(details -> EntrySignature.of(details.entry(), origin)),
        others.length == 0 ? List.of() : inquiries.journal(others),
        inquiries.totals(position),
        roll,
        inquiries.accountsThen(roll.rows(firstRow, lastRow), position));
  }
}

package counterfoil.desktop.timeline;

import counterfoil.domain.till.TillId;
import counterfoil.projection.AccountThen;
import counterfoil.projection.BranchTotals;
import counterfoil.projection.EntryDetails;
import counterfoil.projection.EntrySignature;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What is seen from a position: the entry there, what was recorded in the same act, and the state
 * after it. All of it is of one position, so that the parts of the screen cannot contradict each
 * other.
 *
 * @param signature the entry's own
 * @param others the other entries of the same act, the first {@link #OTHERS_AT_MOST}
 * @param changes what the act changed: the entry's account, and the till that took part
 * @param causes what led to the entry
 * @param effects what came of it
 * @param roll all accounts in the order shown
 * @param rows those accounts that are in view
 */
record Sight(
    long position,
    Optional<EntryDetails> entry,
    Optional<EntrySignature> signature,
    List<JournalLine> others,
    List<Change> changes,
    List<JournalLine> causes,
    List<JournalLine> effects,
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
            .toList();
    var roll =
        accounts.withFirst(entry.flatMap(e -> e.line().account()).map(number -> number.value()));
    var around = lines(others, inquiries);
    var totals = inquiries.totals(position);
    var causes = inquiries.causes(position);
    return new Sight(
        position,
        entry,
        entry.map(details -> EntrySignature.of(details.entry(), origin)),
        around,
        changes(entry, around, totals.depositsOnBook().getCurrencyUnit(), inquiries),
        lines(causes.causes(), inquiries),
        lines(causes.effects(), inquiries),
        totals,
        roll,
        inquiries.accountsThen(roll.rows(firstRow, lastRow), position));
  }

  private static List<JournalLine> lines(List<Long> positions, Inquiries inquiries) {
    return positions.isEmpty()
        ? List.of()
        : inquiries.journal(
            positions.stream().limit(OTHERS_AT_MOST).mapToLong(Long::longValue).toArray());
  }

  /** The act's first entry of a till says what it did to that till. */
  private static List<Change> changes(
      Optional<EntryDetails> entry,
      List<JournalLine> others,
      CurrencyUnit currency,
      Inquiries inquiries) {
    var all = new ArrayList<Change>();
    entry.ifPresent(details -> all.addAll(Change.of(details)));
    Stream.concat(entry.stream().map(EntryDetails::line), others.stream())
        .filter(line -> line.stream().startsWith("till-"))
        .findFirst()
        .ifPresent(line -> {
          var till = new TillId(line.stream().substring("till-".length()));
          var tills = inquiries.tills();
          all.addAll(
              Change.of(
                  tills.till(till, line.position() - 1),
                  tills.till(till, line.position()),
                  currency));
        });
    return List.copyOf(all);
  }
}

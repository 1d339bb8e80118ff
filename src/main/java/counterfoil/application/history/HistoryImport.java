package counterfoil.application.history;

import counterfoil.application.Actor;
import counterfoil.application.Ledger;
import counterfoil.application.Session;
import counterfoil.application.dispatch.Hand;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Records a file set (accounts and their transactions) in a ledger, as it happened: an entry for
 * each row, in the order of the days, with nothing refused for lack of money.
 *
 * <p>Every row is checked before the first is recorded. A run that was cut off is completed by
 * running it again, and what is recorded already is not recorded twice.
 */
public final class HistoryImport {
  /** Enough to fill the store's batches, few enough to fit in memory whatever the rows hold. */
  private static final int MAX_UNDER_WAY = 1024;

  private static final int ROWS_A_REPORT = 1000;

  private final Ledger ledger;
  private final Actor actor;
  private final Optional<Hand> hand;

  /**
   * @param person who takes it over, and signs it where people sign
   */
  public HistoryImport(Ledger ledger, Session person) {
    this(ledger, person.actor(), person.hand());
  }

  /** For a ledger that has no staff. */
  public HistoryImport(Ledger ledger, Actor actor) {
    this(ledger, actor, Optional.empty());
  }

  private HistoryImport(Ledger ledger, Actor actor, Optional<Hand> hand) {
    this.ledger = ledger;
    this.actor = actor;
    this.hand = hand;
  }

  /**
   * Takes a file set over; what was recorded is on disk when this returns.
   *
   * @param progress hears of rows; the answer does not stop the import
   * @throws HistoryRefused if the files cannot be taken over as they are; nothing was recorded
   * @throws counterfoil.eventstore.StoreStopped if the store stopped on the way; the same import
   *     then goes on where it stopped
   */
  public ImportReport run(Path accountsFile, Path transactionsFile, Progress progress) {
    var history =
        new HistoryReader(ledger.currency(), ledger.businessDate())
            .read(accountsFile, transactionsFile);
    var identity = new RowIdentity(ledger.charter().origin());
    var rows = history.inOrder();
    var earlier =
        ledger.head().position() == 0
            ? EarlierRun.NONE
            : EarlierRun.of(rows, identity, ledger.store(), accountsFile, transactionsFile);
    long entries =
        record(rows, earlier, new HistoryAppends(identity, ledger.charter(), actor), progress);
    return new ImportReport(
        history.accounts().size(),
        history.transactions().size(),
        entries,
        history.differences(),
        history.belowZero());
  }

  private long record(
      List<HistoryRow> rows, EarlierRun earlier, HistoryAppends appends, Progress progress) {
    SigningDesk desk = ledger.signingDesk();
    var underWay = new ArrayDeque<CompletableFuture<Appended>>();
    long entries = 0;
    long done = 0;
    for (HistoryRow row : rows) {
      if (!earlier.recorded(row)) {
        underWay.add(desk.submit(appends.of(row), hand));
      }
      if (underWay.size() == MAX_UNDER_WAY) {
        entries += acknowledged(underWay, MAX_UNDER_WAY / 2);
      }
      if (++done % ROWS_A_REPORT == 0) {
        progress.report(done, rows.size());
      }
    }
    return entries + acknowledged(underWay, underWay.size());
  }

  private static long acknowledged(ArrayDeque<CompletableFuture<Appended>> underWay, int howMany) {
    long entries = 0;
    for (int i = 0; i < howMany; i++) {
      var appended = EventStoreException.await(underWay.remove());
      entries += appended.before() ? 0 : appended.entries().size();
    }
    return entries;
  }
}

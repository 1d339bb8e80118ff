package counterfoil.application.history;

import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStore;
import counterfoil.payload.AccountEvents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How much of a file set an earlier run has recorded. */
final class EarlierRun {
  static final EarlierRun NONE = new EarlierRun(Map.of());

  /** The number of rows' events in each account's stream. */
  private final Map<AccountNumber, Long> eventsByAccount;

  private EarlierRun(Map<AccountNumber, Long> eventsByAccount) {
    this.eventsByAccount = eventsByAccount;
  }

  /**
   * Compares the ledger with {@code rows}: in each account must lie the first of its rows and
   * nothing else, unless all of them are there; what came later is then no matter.
   *
   * @param rows in the order in which they are recorded
   * @throws HistoryRefused if an account holds something else, or a row that has changed since
   */
  static EarlierRun of(
      List<HistoryRow> rows,
      RowIdentity identity,
      EventStore store,
      Path accountsFile,
      Path transactionsFile) {
    var rowsByAccount = new HashMap<AccountNumber, List<HistoryRow>>();
    for (HistoryRow row : rows) {
      rowsByAccount.computeIfAbsent(row.number(), _ -> new ArrayList<>()).add(row);
    }
    var events = new HashMap<AccountNumber, Long>();
    rowsByAccount.forEach((number, ofAccount) -> {
      long recorded = 0;
      var entries = store.load(AccountEvents.stream(number), 0);
      for (HistoryRow row : ofAccount) {
        if (row.version() < entries.size()) {
          compare(
              row,
              entries.get((int) row.version()),
              identity,
              row instanceof AccountRow ? accountsFile : transactionsFile);
          recorded += row.events();
        }
      }
      events.put(number, recorded);
    });
    return new EarlierRun(events);
  }

  boolean recorded(HistoryRow row) {
    return row.version() < eventsByAccount.getOrDefault(row.number(), 0L);
  }

  private static void compare(HistoryRow row, Entry entry, RowIdentity identity, Path file) {
    if (!entry.commandId().equals(identity.commandId(row))) {
      throw new HistoryRefused(
          "%s, line %d: account %s holds entry %d, which does not come from these files, where this"
                  .formatted(file, row.line(), row.number(), entry.position())
              + " row belongs; nothing was recorded.");
    }
    if (!Arrays.equals(entry.commandDigest(), identity.digest(row))) {
      throw new HistoryRefused(
          "%s, line %d has changed since it was recorded as entry %d; nothing was recorded."
              .formatted(file, row.line(), entry.position()));
    }
  }
}

package counterfoil.projection;

import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.snapshot.Snapshot;
import counterfoil.payload.AccountEvents;
import counterfoil.payload.StreamKinds;
import counterfoil.projection.Walk.Depth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/**
 * Proves that replay = snapshots = read models: folds every entry anew, from nothing, and compares
 * each row and each snapshot on the way. In service all the while; what is appended meanwhile is
 * left for the next time. Holds as many accounts as a tenth of the memory has room for, and never
 * more than one page of entries and rows.
 */
public final class JournalAudit {
  private static final int AT_A_TIME = 1000;

  /** More would tell nothing new, and those of a wholly broken journal would fill the memory. */
  private static final int MOST_FINDINGS = 1000;

  private static final int BYTES_AN_ACCOUNT = 500;

  private final DataSource database;
  private final EventStore store;
  private final CurrencyUnit currency;
  private final ZoneId zone;
  private final int mostHeld;

  public JournalAudit(DataSource database, EventStore store, CurrencyUnit currency, ZoneId zone) {
    this(database, store, currency, zone, roomForAccounts());
  }

  JournalAudit(
      DataSource database, EventStore store, CurrencyUnit currency, ZoneId zone, int mostHeld) {
    this.database = database;
    this.store = store;
    this.currency = currency;
    this.zone = zone;
    this.mostHeld = mostHeld;
  }

  private static int roomForAccounts() {
    long room = Runtime.getRuntime().maxMemory() / 10 / BYTES_AN_ACCOUNT;
    return Math.toIntExact(Math.clamp(room, 1000, 1_000_000));
  }

  /**
   * What was found.
   *
   * @param entries how many were replayed
   * @param findings in the order of positions; position 0 where it concerns no single entry
   */
  public record Result(long entries, List<Finding> findings) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Replays up to an entry that the ledger has reached, and proves the signatures and erasures on
   * the way. Stops where {@code progress} says so, at an entry that cannot follow in its account's
   * history, and after a thousand findings.
   */
  public Result run(long last, SignatureAudit signatures, Progress progress) {
    Walk walk = new Walk(database, store, currency, zone, Depth.FOLD, mostHeld);
    TileAudit tiles = new TileAudit(database, store);
    ErasureAudit erasures = new ErasureAudit(store::at);
    ExtractAudit extracts = new ExtractAudit(database);
    List<Finding> findings = new ArrayList<>();
    try (BookAudit book = new BookAudit(database, store, currency)) {
      boolean wanted = true;
      while (wanted && walk.done() < last && !walk.atEnd() && findings.size() < MOST_FINDINGS) {
        Walk.Step step = walk.step(last, AT_A_TIME);
        findings.addAll(step.findings());
        book.take(step.entries());
        tiles.take(step.entries());
        signatures.take(step.entries());
        erasures.take(step.entries());
        findings.addAll(extracts.compare(walk.done(), MOST_FINDINGS));
        wanted = progress.report(walk.done(), last);
      }
      findings.addAll(signatures.finish());
      if (walk.done() == last) {
        findings.addAll(erasures.finish());
        findings.addAll(ends(walk));
        findings.addAll(book.compare(MOST_FINDINGS));
        findings.addAll(tiles.compareAll(MOST_FINDINGS));
        findings.addAll(extracts.compareAll(last, MOST_FINDINGS));
      }
    } catch (RuntimeException e) {
      // Whatever cannot be read is what is looked for here; the rest hangs on it.
      findings.add(
          Finding.of(
              Math.min(last, walk.done() + 1),
              Kind.READ_MODELS,
              e instanceof QueryFailed
                  ? String.valueOf(e.getMessage())
                  : e.getClass().getSimpleName()));
    }
    findings.sort(Comparator.comparingLong(Finding::position));
    return new Result(walk.done(), findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
  }

  private List<Finding> ends(Walk walk) {
    AccountRows rows = new AccountRows(database, currency);
    List<Finding> findings = new ArrayList<>();
    try {
      findings.addAll(rows.checkAll(walk, MOST_FINDINGS));
    } catch (QueryFailed e) {
      // The database may have been exchanged in the middle; if not, this fails as well.
      findings.addAll(rows.checkAll(walk, MOST_FINDINGS));
    }
    findings.addAll(misplacedSnapshots());
    return findings;
  }

  /** The walk meets only those that are due; whoever loads a stream takes the newest. */
  private List<Finding> misplacedSnapshots() {
    return StreamKinds.ALL.stream()
        .flatMap(kind ->
            kind.snapshots().stream()
                .flatMap(form ->
                    kind.category().equals(AccountEvents.CATEGORY)
                        ? misplacedOfAccounts(form.fold())
                        : misplaced(form.fold())))
        .limit(MOST_FINDINGS)
        .map(_ -> Finding.of(0, Kind.SNAPSHOT_MISPLACED))
        .toList();
  }

  /** There may be many of them: the database compares. */
  private Stream<String> misplacedOfAccounts(String fold) {
    int number = AccountEvents.CATEGORY.length() + 2;
    return new Query(database)
            .list(
                """
                SELECT s.stream FROM snapshot s WHERE s.fold = ? AND (MOD(s.version + 1, ?) <> 0
                  OR NOT EXISTS (SELECT 1 FROM account a
                    WHERE a.number = SUBSTRING(s.stream FROM %d) AND a.version >= s.version))
                LIMIT ?
                """
                    .formatted(number),
                row -> row.getString(1),
                fold,
                Snapshot.EVERY_EVENTS,
                MOST_FINDINGS)
            .stream();
  }

  private Stream<String> misplaced(String fold) {
    Query query = new Query(database);
    List<String> betweenTwo =
        query.list(
            "SELECT stream FROM snapshot WHERE fold = ? AND MOD(version + 1, ?) <> 0 LIMIT ?",
            row -> row.getString(1),
            fold,
            Snapshot.EVERY_EVENTS,
            MOST_FINDINGS);
    List<Newest> newest =
        query.list(
            "SELECT stream, MAX(version) FROM snapshot WHERE fold = ? GROUP BY stream",
            row -> new Newest(row.getString(1), row.getLong(2)),
            fold);
    return Stream.concat(
        betweenTwo.stream(),
        newest.stream()
            .filter(last -> store.load(new StreamName(last.stream()), last.version(), 1).isEmpty())
            .map(Newest::stream));
  }

  /** The newest snapshot of a stream. */
  private record Newest(String stream, long version) {}
}

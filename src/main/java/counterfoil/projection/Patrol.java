package counterfoil.projection;

import counterfoil.domain.account.AccountNumber;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Finding.Kind;
import counterfoil.eventstore.Head;
import counterfoil.projection.Walk.Depth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/**
 * One way through the whole ledger in small steps: recomputes each entry's bytes and what follows
 * from them, and compares journal, accounts, snapshots, what searches look through, the tree's
 * tiles and its root. Holds a thousand accounts and one step's entries. For one thread at a time.
 */
public final class Patrol {
  private static final int MOST_HELD = 1000;

  private final Walk walk;
  private final SignatureAudit signatures;
  private final ErasureAudit erasures;
  private final AccountRows accounts;
  private final TileAudit tiles;
  private final ExtractAudit extracts;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<AccountNumber> unchecked = new HashSet<>();

  /** Begins before the first entry. */
  public Patrol(
      DataSource database,
      EventStore store,
      CurrencyUnit currency,
      ZoneId zone,
      SignatureAudit signatures) {
    this.signatures = signatures;
    this.erasures = new ErasureAudit(store::at);
    this.walk = new Walk(database, store, currency, zone, Depth.BYTES, MOST_HELD);
    this.accounts = new AccountRows(database, currency);
    this.tiles = new TileAudit(database, store);
    this.extracts = new ExtractAudit(database);
  }

  /** The last position proven. */
  public long position() {
    return walk.done();
  }

  /**
   * Proves at most {@code atMost} more entries, none behind {@code head}, and says what it found
   * first. If it throws, because something cannot be read, it may be tried again.
   */
  public Optional<Finding> step(Head head, int atMost) {
    Walk.Step step = walk.step(head.position(), atMost);
    findings.addAll(step.findings());
    signatures.take(step.entries());
    erasures.take(step.entries());
    if (walk.atEnd() || walk.done() == head.position()) {
      findings.addAll(signatures.finish());
      findings.addAll(erasures.finish());
    }
    unchecked.addAll(step.accounts());
    tiles.take(step.entries());
    if (!walk.atEnd()) {
      findings.addAll(accounts.check(unchecked, walk));
      unchecked.clear();
      findings.addAll(tiles.compare(MOST_HELD));
      findings.addAll(extracts.compare(walk.done(), MOST_HELD));
      if (walk.done() == head.position() && !Arrays.equals(walk.root(), head.root())) {
        findings.add(Finding.of(head.position(), Kind.ROOT));
      }
    }
    return findings.stream().min(Comparator.comparingLong(Finding::position));
  }
}

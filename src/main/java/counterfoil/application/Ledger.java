package counterfoil.application;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.TornTail;
import counterfoil.eventstore.backup.Backup;
import counterfoil.eventstore.backup.BackupWriter;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalAudit;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/** An open ledger: everything a screen or a command of the command line needs of it. */
public final class Ledger implements AutoCloseable {
  private final LedgerStore store;
  private final InstantSource clock;
  private final CurrencyUnit currency;
  private final Inquiries inquiries;
  private final Counter counter;

  /** Takes {@code store} over: closing the ledger closes it. */
  public Ledger(LedgerStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.currency = CurrencyUnit.of(store.charter().currency());
    this.inquiries = new Inquiries(store.reads(), store, currency);
    this.counter =
        new Counter(
            store,
            new AccountLoader(store, store.reads()),
            inquiries,
            currency,
            store.charter().branch(),
            this::businessDate);
  }

  public Charter charter() {
    return store.charter();
  }

  public CurrencyUnit currency() {
    return currency;
  }

  /** The branch's day, in its time zone. */
  public LocalDate businessDate() {
    return LocalDate.ofInstant(clock.instant(), zone());
  }

  /** Where the branch is. */
  public ZoneId zone() {
    return store.charter().zone();
  }

  public Counter counter() {
    return counter;
  }

  public Inquiries inquiries() {
    return inquiries;
  }

  /** For history that is taken over as it was; everything else goes through {@link #counter()}. */
  public EventStore store() {
    return store;
  }

  /** For tests that look behind the questions. */
  DataSource reads() {
    return store.reads();
  }

  public Head head() {
    return store.head();
  }

  /** What was set aside of the ledger's end when it was opened, to be told to whoever opened it. */
  public Optional<TornTail> tornTail() {
    return store.tornTail();
  }

  /** See {@link EventStore#whenAdvanced}. */
  public Registration whenAdvanced(Consumer<Head> listener) {
    return store.whenAdvanced(listener);
  }

  /**
   * Recomputes everything from the entries' bytes: replay = snapshots = read models, and the
   * entries themselves. Stops early where {@code progress} says so; the answer is then about the
   * entries looked at. Each entry is looked at twice: {@code progress} hears of each half.
   */
  public Verification verify(Progress progress) {
    Head head = store.head();
    List<Finding> findings = new ArrayList<>();
    findings.addAll(store.audit((done, total) -> progress.report(done, total * 2)));
    long replayed =
        new JournalAudit(store.reads(), store, currency, zone())
            .run(
                (done, total) -> progress.report(total + done, total * 2),
                (position, what) -> findings.add(new Finding(position, what)));
    findings.sort(Comparator.comparingLong(Finding::position));
    return new Verification(replayed, Base64.getEncoder().encodeToString(head.root()), findings);
  }

  /** Makes the database anew from the entries; returns their number. */
  public long rebuild(Progress progress) {
    return store.rebuild(progress);
  }

  /**
   * Writes everything recorded so far into one file, while the ledger goes on being used.
   *
   * @throws counterfoil.eventstore.backup.BackupFailed if that cannot be done; no file is left then
   */
  public Backup backup(Path file, Progress progress) {
    return new BackupWriter(store, store.charter()).write(file, progress);
  }

  @Override
  public void close() {
    store.close();
  }
}

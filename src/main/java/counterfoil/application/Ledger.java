package counterfoil.application;

import counterfoil.application.acts.Scene;
import counterfoil.application.acts.Subjects;
import counterfoil.application.dispatch.Dispatcher;
import counterfoil.application.dispatch.SigningDesk;
import counterfoil.application.notary.Notary;
import counterfoil.application.signin.Passwords;
import counterfoil.application.signin.SignIn;
import counterfoil.application.signin.SignInResult;
import counterfoil.domain.Refusal;
import counterfoil.domain.account.AccountNumber;
import counterfoil.domain.account.AccountState;
import counterfoil.domain.branch.DayState;
import counterfoil.domain.branch.Settings;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.EventStore;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.TornTail;
import counterfoil.eventstore.backup.Backup;
import counterfoil.eventstore.backup.BackupWriter;
import counterfoil.eventstore.jdbc.LedgerStore;
import counterfoil.projection.Inquiries;
import counterfoil.projection.JournalAudit;
import counterfoil.projection.Patrol;
import counterfoil.projection.QueryFailed;
import counterfoil.projection.SignatureAudit;
import counterfoil.projection.SignatureAudit.Extent;
import counterfoil.projection.StreamLoader;
import counterfoil.projection.Streams;
import counterfoil.projection.WorkstationKeys;
import counterfoil.proof.VerifierKey;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;

/** An open ledger: everything a screen or a command of the command line needs of it. */
public final class Ledger implements AutoCloseable {
  private final LedgerStore store;
  private final InstantSource clock;
  private final CurrencyUnit currency;
  private final Inquiries inquiries;
  private final AccountLoader accounts;
  private final BackgroundAudit audit;
  private final StreamLoader streams;
  private final SigningDesk desk;
  private final Dispatcher dispatcher;
  private final Outcomes outcomes;
  private final Passwords passwords;
  private final Counter counter;
  private final BranchOffice office;
  private final Optional<Notary> notary;
  private volatile boolean staffed;

  /** Takes {@code store} over: closing the ledger closes it. */
  public Ledger(LedgerStore store, InstantSource clock) {
    this(store, clock, new Passwords());
  }

  /**
   * @param passwords how they are hashed and compared
   */
  public Ledger(LedgerStore store, InstantSource clock, Passwords passwords) {
    this(store, clock, new QuietRhythm(), passwords, Optional.empty());
  }

  /**
   * @param notary signs and proves what is in this ledger, on a workstation that has a place for
   *     its own
   */
  Ledger(LedgerStore store, InstantSource clock, Optional<Notary> notary) {
    this(store, clock, new QuietRhythm(), new Passwords(), notary);
  }

  Ledger(LedgerStore store, InstantSource clock, Rhythm auditRhythm) {
    this(store, clock, auditRhythm, new Passwords(), Optional.empty());
  }

  private Ledger(
      LedgerStore store,
      InstantSource clock,
      Rhythm auditRhythm,
      Passwords passwords,
      Optional<Notary> notary) {
    this.notary = notary;
    this.passwords = passwords;
    this.store = store;
    this.clock = clock;
    this.currency = CurrencyUnit.of(store.charter().currency());
    this.inquiries = new Inquiries(store.reads(), store, currency);
    this.audit =
        new BackgroundAudit(
            store,
            () ->
                new Patrol(
                    store.reads(),
                    store,
                    currency,
                    store.charter().zone(),
                    new SignatureAudit(store.charter().origin(), Extent.SAMPLE)),
            auditRhythm);
    this.accounts = new AccountLoader(store, store.reads());
    this.streams = new StreamLoader(store, store.reads());
    this.desk = new SigningDesk(store, store.charter().origin());
    this.dispatcher =
        new Dispatcher(
            store,
            desk,
            subject -> streams.load(subject.stream(), subject.kind()),
            audit::finding,
            store.shared());
    this.outcomes = new Outcomes(inquiries, currency);
    this.counter = new Counter(this::unstaffed);
    this.office = office();
  }

  private BranchOffice office() {
    var particulars =
        new Particulars(streams, inquiries, new Streams(store.reads()), clock, store.shared());
    var branch = new Scene.Branch(store.charter().branch(), currency, zone());
    var interest =
        new InterestAccrual(store, inquiries, currency, this::settings, this::businessDate);
    return new BranchOffice(
        dispatcher,
        new Acts(store, particulars, interest, new Dossiers(store, inquiries, clock)),
        particulars,
        outcomes,
        new SignIn(
            desk, particulars, passwords, clock, store.charter().branch(), this::businessDate),
        new InTurn(),
        interest,
        clock,
        branch,
        notary);
  }

  public Charter charter() {
    return store.charter();
  }

  public CurrencyUnit currency() {
    return currency;
  }

  /**
   * The branch's day: the one that is open, or was last; the clock's where none ever was. Reads,
   * where the ledger has staff.
   */
  public LocalDate businessDate() {
    return staffed() ? day().latestDate().orElseGet(this::today) : today();
  }

  /** The clock that this ledger goes by. */
  public InstantSource clock() {
    return clock;
  }

  /** The clock's date where the branch is. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone());
  }

  /** The business day as it stands. Reads. */
  public DayState day() {
    return streams.load(Subjects.DAY.stream(), Subjects.DAY.kind()).state();
  }

  /** The branch's settings as they stand. Reads. */
  public Settings settings() {
    return streams.load(Subjects.SETTINGS.stream(), Subjects.SETTINGS.kind()).state();
  }

  /** Whether people sign in here: nothing is done then but through {@link #signIn}. Reads. */
  public boolean staffed() {
    // Once it is so, it stays so.
    if (!staffed) {
      staffed = settings().signInRequired();
    }
    return staffed;
  }

  /**
   * Signs a person in at a workstation. Takes as long as a hash costs, and reads.
   *
   * @param password is wiped
   */
  public SignedIn signIn(String name, char[] password, String workstation) {
    return switch (office.signIn().signIn(name, password, workstation)) {
      case SignInResult.Refused(var refusal) -> new SignedIn.No(refusal);
      case SignInResult.SignedIn(var person) -> new SignedIn.Yes(new StaffSession(person, office));
    };
  }

  /** What came of signing in. */
  public sealed interface SignedIn {
    record Yes(Session session) implements SignedIn {}

    record No(Refusal refusal) implements SignedIn {}
  }

  /** Somebody who need not sign in, in a ledger that has no staff. */
  public Session unstaffed(Actor actor) {
    return new UnstaffedSession(dispatcher, outcomes, store.charter().branch(), this::today, actor);
  }

  /** Credits interest for a period. */
  public InterestRun interest() {
    return new InterestRun(inquiries, office.interest(), currency, store.charter().origin());
  }

  /** How the passwords of this ledger's staff are chosen and hashed. */
  public Passwords passwords() {
    return passwords;
  }

  /** Where history that is taken over is signed on its way to the store. */
  public SigningDesk signingDesk() {
    return desk;
  }

  /** Any stream, as it is and as it was. */
  public StreamLoader streams() {
    return streams;
  }

  /** Where the branch is. */
  public ZoneId zone() {
    return store.charter().zone();
  }

  public Counter counter() {
    return counter;
  }

  /**
   * An account's whole state as of an entry, folded from the nearest snapshot and fewer than fifty
   * events, however long its history is; {@link AccountState.Unopened} before its first.
   */
  public AccountState stateAt(AccountNumber number, long position) {
    return accounts.loadAt(number, inquiries.version(number, position)).state();
  }

  /** Proves the ledger beside everything else, once it is started. */
  public BackgroundAudit audit() {
    return audit;
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

  /** Signs and proves what is in this ledger; nothing where the workstation has no place for it. */
  public Optional<Notary> notary() {
    return notary;
  }

  /** The keys that its workstations sign checkpoints with, as they are recorded. Reads. */
  public List<VerifierKey> signingKeys() {
    return new WorkstationKeys(store.reads(), store).trusted();
  }

  /** What was set aside of the ledger's end when it was opened, to be told to whoever opened it. */
  public Optional<TornTail> tornTail() {
    return store.tornTail();
  }

  /** See {@link EventStore#whenAdvanced}. */
  public Registration whenAdvanced(Consumer<Head> listener) {
    return store.whenAdvanced(listener);
  }

  /** As {@link #verify(Extent, Progress)}, with every signature. */
  public Verification verify(Progress progress) {
    return verify(Extent.ALL, progress);
  }

  /**
   * Recomputes everything from the entries' bytes: replay = snapshots = read models, and the
   * entries themselves with their signatures, both at once. Each entry is looked at twice: {@code
   * progress} hears of both together, from one thread at a time. What the background audit has
   * found is in the answer.
   *
   * @param extent how many of the signatures are computed
   * @throws CancellationException if {@code progress} asked to stop: nothing is proven then
   */
  public Verification verify(Extent extent, Progress progress) {
    Head head = store.head();
    TwoHalves halves = new TwoHalves(progress, head.position());
    CompletableFuture<List<Finding>> bytes =
        CompletableFuture.supplyAsync(
            () -> store.audit(halves.first()),
            work -> Thread.ofPlatform().daemon().name("ledger-verify").start(work));
    var signatures = new SignatureAudit(store.charter().origin(), extent);
    JournalAudit.Result replayed =
        new JournalAudit(store.reads(), store, currency, zone())
            .run(head.position(), signatures, halves.second());
    List<Finding> findings = new ArrayList<>(EventStoreException.await(bytes));
    if (halves.stopped()) {
      throw new CancellationException("verify");
    }
    findings.addAll(replayed.findings());
    audit.finding().filter(found -> !findings.contains(found)).ifPresent(findings::add);
    findings.sort(Comparator.comparingLong(Finding::position));
    return new Verification(
        replayed.entries(),
        signatures.computed(),
        Base64.getEncoder().encodeToString(head.root()),
        findings);
  }

  /**
   * Makes the database anew from the entries, in service all the while; returns their number. The
   * background audit starts over.
   */
  public long rebuild(Progress progress) {
    long entries = store.rebuild(progress);
    audit.startOver();
    return entries;
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
    audit.close();
    notary.ifPresent(Ledger::rememberEnd);
    store.close();
  }

  /** The next opening compares with it; where it cannot be written, with what was seen before. */
  private static void rememberEnd(Notary notary) {
    try {
      notary.remember();
    } catch (EventStoreException | QueryFailed _) {
      // A store that has stopped, or a server that is gone, does not say where it stands.
    }
  }
}

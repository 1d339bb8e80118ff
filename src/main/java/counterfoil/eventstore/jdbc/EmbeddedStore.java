package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Finding;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.RebuildUnderWay;
import counterfoil.eventstore.StoreStopped;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.TornTail;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.TapeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A ledger in a folder: a tape, which is the truth and is forced to the disk before anybody is
 * answered, and an H2 database, which has everything indexed and is what everybody reads. The
 * folder is one process's at a time. What else may be in it is left alone.
 *
 * <p>A fault, such as a full disk, stops the store for good: what is submitted then ends in {@link
 * StoreStopped}; reading goes on as long as the database allows.
 */
public final class EmbeddedStore implements LedgerStore {
  private final Place place;
  private final FolderLock lock;
  private final Charter charter;
  private final Optional<TornTail> tornTail;
  private final DatabaseThread databaseThread;
  private final LiveDatabase database;
  private final LedgerWriter writer;
  private final Semaphore rebuilding = new Semaphore(1);
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedStore(Place place, FolderLock lock, DatabaseThread thread, Opened opened)
      throws SQLException {
    this.place = place;
    this.lock = lock;
    this.charter = opened.charter();
    this.tornTail = opened.tape().tornTail();
    this.databaseThread = thread;
    this.database = new LiveDatabase(thread, opened.database(), place.models(), place.clock());
    HeadRow head = opened.database().head();
    Sequencer sequencer =
        new Sequencer(database, place.clock(), head.position(), head.recordedAt());
    this.writer = new LedgerWriter(sequencer, opened.tape(), database, head);
  }

  /**
   * Founds a ledger in a folder, which is made if there is none, and opens it.
   *
   * @param models are kept in the database, in the transactions that add the entries
   * @throws LedgerUnavailable if there is a ledger already, or the folder or the disk does not
   *     allow it; no ledger is left behind then
   */
  public static EmbeddedStore create(
      Path folder, Charter charter, List<ReadModel> models, InstantSource clock) {
    return create(Place.usual(folder, models, clock), charter);
  }

  static EmbeddedStore create(Place place, Charter charter) {
    try {
      Files.createDirectories(place.folder());
    } catch (IOException e) {
      throw FolderFault.unavailable(place.folder(), e);
    }
    Takeover.finishIn(place.folder());
    refuseIfExists(place);
    return start(
        place,
        () -> {
          // Another process may have been first while this one waited for the lock.
          refuseIfExists(place);
          return Founding.found(place, charter);
        });
  }

  /**
   * Opens the ledger in a folder. If its database is missing, damaged, or not made for these read
   * models, it is made again from the tape first, which {@code progress} hears of but cannot stop.
   *
   * @throws LedgerUnavailable if there is none, or it cannot be used
   */
  public static EmbeddedStore open(
      Path folder, List<ReadModel> models, InstantSource clock, Progress progress) {
    return open(Place.usual(folder, models, clock), progress);
  }

  static EmbeddedStore open(Place place, Progress progress) {
    Takeover.finishIn(place.folder());
    refuseIfMissing(place);
    return start(
        place,
        () -> {
          // Half a database that a rebuild was making when the process ended.
          place.live().next().delete();
          return new Opening(place, progress).open();
        });
  }

  /**
   * What the ledger in a folder was founded as, without opening it.
   *
   * @throws LedgerUnavailable if there is none, or its first page cannot be read
   */
  public static Charter charterOf(Path folder) {
    Place place = Place.usual(folder, List.of(), InstantSource.system());
    Takeover.finishIn(folder);
    refuseIfMissing(place);
    LedgerUnavailable refusal = null;
    for (TapeFolder tape : place.tapes()) {
      try {
        return place.read(tape).charter();
      } catch (LedgerUnavailable e) {
        // The opening mends the tape from its mirror, or says what this would have said.
        refusal = refusal == null ? e : refusal;
      }
    }
    throw Objects.requireNonNull(refusal);
  }

  /** Whether there is a ledger in a folder, whole or not. */
  public static boolean present(Path folder) {
    Place place = Place.alone(folder, List.of(), InstantSource.system());
    return Files.isDirectory(folder)
        && (place.hasTape() || place.live().exists() || Takeover.isDueIn(folder));
  }

  private static void refuseIfMissing(Place place) {
    Path folder = place.folder();
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new LedgerUnavailable(Reason.NOT_WRITABLE, folder, "not a folder");
    }
    if (!place.hasTape()) {
      throw withoutTape(place);
    }
  }

  private static LedgerUnavailable withoutTape(Place place) {
    Path folder = place.folder();
    if (!place.live().exists()) {
      return new LedgerUnavailable(Reason.MISSING, folder, "no ledger in it");
    }
    return place.live().mayBeOurs()
        ? new LedgerUnavailable(Reason.TAPE_MISSING, folder, "the tape is missing", 1)
        : new LedgerUnavailable(Reason.NOT_A_LEDGER, folder, "a file of the database's name");
  }

  private static void refuseIfExists(Place place) {
    if (place.hasTape() || place.live().exists()) {
      throw new LedgerUnavailable(Reason.EXISTS, place.folder(), "there is a ledger in it");
    }
  }

  private static EmbeddedStore start(Place place, Callable<Opened> opening) {
    FolderLock lock = FolderLock.acquire(place.folder());
    DatabaseThread thread = new DatabaseThread("ledger-database");
    try {
      return new EmbeddedStore(place, lock, thread, thread.run(opening));
    } catch (Exception e) {
      thread.close();
      lock.release();
      throw e instanceof RuntimeException known
          ? known
          : FolderFault.unavailable(place.folder(), e);
    }
  }

  @Override
  public Charter charter() {
    return charter;
  }

  @Override
  public Optional<TornTail> tornTail() {
    return tornTail;
  }

  public Path folder() {
    return place.folder();
  }

  /**
   * Connections to read with; whatever they see was acknowledged or is about to be. They cannot
   * change anything. To be closed soon: {@link #rebuild} cuts those that stay open, which {@link
   * Connection#isClosed} then says.
   */
  @Override
  public DataSource reads() {
    return database.reads();
  }

  @Override
  public CompletableFuture<Appended> submit(Append append) {
    return writer.submit(append);
  }

  @Override
  public Optional<Appended> find(UUID commandId, byte[] commandDigest) {
    List<Entry> before = read(entries -> entries.ofCommand(commandId));
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(Sequencer.again(commandId, commandDigest, before));
  }

  @Override
  public List<Entry> load(StreamName stream, long fromVersion) {
    return load(stream, fromVersion, Integer.MAX_VALUE);
  }

  @Override
  public List<Entry> load(StreamName stream, long fromVersion, int atMost) {
    return read(entries -> entries.ofStream(stream, fromVersion, atMost));
  }

  @Override
  public List<Entry> read(long fromPosition, int atMost) {
    return read(entries -> entries.fromPosition(fromPosition, atMost));
  }

  @Override
  public Head head() {
    refuseIfClosed();
    return writer.head();
  }

  @Override
  public Registration whenAdvanced(Consumer<Head> listener) {
    return writer.listeners().add(listener);
  }

  /** Whether the store has been closed or has stopped at a fault. */
  public boolean hasStopped() {
    return writer.stopped() != null;
  }

  /** Why the store has stopped, if it has. */
  public Optional<StoreStopped> whyStopped() {
    return Optional.ofNullable(writer.stopped());
  }

  /**
   * Makes the whole database, read models included, again from the tape, and returns the number of
   * entries. Readers are served from the old one meanwhile, and appends go on but for the moment in
   * which the files are exchanged.
   *
   * @throws CancellationException if the progress asked to stop, or the store was closed; nothing
   *     has changed then
   * @throws LedgerUnavailable if the tape is damaged; nothing has changed then
   * @throws RebuildUnderWay if another one has not ended yet
   */
  @Override
  public long rebuild(Progress progress) {
    refuseIfClosed();
    if (!rebuilding.tryAcquire()) {
      throw new RebuildUnderWay();
    }
    Progress whileOpen = (done, total) -> !closed.get() && progress.report(done, total);
    try (DatabaseThread thread = new DatabaseThread("ledger-rebuild")) {
      return thread.run(() -> new Rebuild(place, writer, database, whileOpen).run()).position();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw FolderFault.unavailable(place.folder(), e);
    } finally {
      rebuilding.release();
    }
  }

  /** Runs work on the read models' tables in a transaction between appends. */
  public void maintain(Maintenance work) {
    interlude(() -> database.maintain(work));
  }

  /**
   * Recomputes everything from the bytes on the disk, up to the head; no finding means that all is
   * as it was recorded. The store goes on working meanwhile.
   *
   * @throws CancellationException if the progress asked to stop: nothing is proven then
   */
  @Override
  public List<Finding> audit(Progress progress) {
    refuseIfClosed();
    while (true) {
      Head known = writer.head();
      try (Connection connection = database.reads().getConnection()) {
        List<Finding> findings =
            new ArrayList<>(new Audit(connection, place.tapeFolder(), known).run(progress));
        if (closed.get() || !connection.isClosed()) {
          MirrorAudit.of(place).ifPresent(audit -> findings.addAll(audit.run(known.position())));
          return List.copyOf(findings);
        }
        // A rebuild has put another database in place of the one that was looked at.
      } catch (SQLException e) {
        throw FolderFault.unavailable(place.folder(), e);
      }
    }
  }

  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    // A rebuild under way gives up at its next report.
    rebuilding.acquireUninterruptibly();
    boolean faulty = writer.close();
    try {
      if (faulty) {
        database.abandon();
      } else {
        database.close();
        new LastEnd(place).closed();
      }
    } catch (Exception _) {
      // The tape has everything: the next opening looks at what is left of the database.
    }
    databaseThread.close();
    lock.release();
  }

  private <T> T interlude(Callable<T> work) {
    try {
      return DatabaseThread.await(writer.between(work));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw FolderFault.unavailable(place.folder(), e);
    }
  }

  /** A question to the entries. */
  @FunctionalInterface
  private interface Question {
    List<Entry> ask(EntryTable entries) throws SQLException;
  }

  private List<Entry> read(Question question) {
    refuseIfClosed();
    try {
      return database.reads().ask(connection -> question.ask(new EntryTable(connection)));
    } catch (SQLException e) {
      throw FolderFault.unavailable(place.folder(), e);
    }
  }

  private void refuseIfClosed() {
    if (closed.get()) {
      throw new StoreStopped("the store is closed");
    }
  }
}

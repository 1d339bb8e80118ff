package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.sequencing.Recorded;
import counterfoil.proof.TreeHash;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The database that is served, which a rebuild puts another one in the place of. */
final class LiveDatabase implements Recorded {
  private final DatabaseThread thread;
  private final List<ReadModel> models;
  private final InstantSource clock;
  private final ReadSource reads;
  private final TreeHash hash = new TreeHash();
  private Database database;
  private Lookups lookups;

  LiveDatabase(
      DatabaseThread thread, Database database, List<ReadModel> models, InstantSource clock)
      throws SQLException {
    this.thread = thread;
    this.database = database;
    this.models = models;
    this.clock = clock;
    this.reads = new ReadSource(database.file());
    this.lookups = new Lookups(database.file());
  }

  ReadSource reads() {
    return reads;
  }

  /**
   * Begins to {@linkplain Database#prepare prepare} entries while the caller does something else.
   */
  CompletableFuture<Head> prepare(List<Entry> entries, Supplier<HeadRow> moved) {
    return thread.start(() -> {
      database.prepare(entries, moved);
      return moved.get().toHead(hash);
    });
  }

  /** Commits what was prepared; the thread of the database must have nothing to do. */
  void commit() throws SQLException {
    database.commit();
  }

  /** Begins with work, such as a commit, when what was begun before has ended. */
  <T> CompletableFuture<T> then(Callable<T> work) {
    return thread.start(work);
  }

  HeadRow maintain(Maintenance work) throws Exception {
    return thread.run(() -> {
      database.maintain(work);
      return database.head();
    });
  }

  /**
   * Puts another database in place of this one: for the thread that writes the tape, between two
   * groups of appends.
   *
   * @param ready brings the other one to the head it is given, which is the last there will be, and
   *     lets go of its file
   */
  HeadRow exchange(H2File next, Finishing ready) throws Exception {
    return thread.run(() -> {
      ready.finish(database.head());
      reads.exchange(() -> replaceBy(next));
      return database.head();
    });
  }

  /** Completes a database that is to be the live one. */
  @FunctionalInterface
  interface Finishing {
    void finish(HeadRow head) throws Exception;
  }

  /** There is no database any more: the old one is closed, and the new one is not in its place. */
  static final class Lost extends IOException {
    private static final long serialVersionUID = 1;

    Lost(Throwable cause) {
      super("the database could not be exchanged", cause);
    }
  }

  private H2File replaceBy(H2File next) throws Lost {
    H2File live = database.file();
    try {
      database.abandon();
      live.setAside(clock.instant());
      next.renameTo(live);
      database = Database.open(live, models);
      lookups = new Lookups(live);
      return live;
    } catch (IOException | SQLException | RuntimeException e) {
      reads.failed(e);
      throw new Lost(e);
    }
  }

  /** Lets go of the database as it is, after a fault. */
  void abandon() throws Exception {
    reads.close();
    thread.run(() -> {
      database.abandon();
      return database;
    });
  }

  /** Closes the database and returns when its file is on the disk. */
  void close() throws Exception {
    reads.close();
    thread.run(() -> {
      lookups.close();
      database.close();
      database.file().force();
      return database;
    });
  }

  @Override
  public long version(StreamName stream) {
    return lookups.version(stream);
  }

  @Override
  public Set<UUID> known(Collection<UUID> commandIds) {
    return lookups.known(commandIds);
  }

  @Override
  public List<Entry> ofCommand(UUID commandId) {
    return lookups.ofCommand(commandId);
  }

  @Override
  public List<Entry> ofStream(StreamName stream, long fromVersion, int atMost) {
    return lookups.ofStream(stream, fromVersion, atMost);
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.tape.TapeFolder;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes a database from a tape with two hands: one thread reads the tape and records the entries
 * and their head, another reads it as well and lets the read models take the same entries in.
 * Whatever is random access, the indexes and the accounts' rows, comes last. A database that is not
 * whole yet fits no program, so it does not matter how far each hand had come when it was left.
 */
final class Filling {
  private final H2File file;
  private final List<ReadModel> models;
  private final TapeFolder tape;
  private final long last;
  private final Progress progress;
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean stopped;

  /**
   * @param file does not exist yet
   * @param last the position to fill the database up to; the tape holds it
   */
  Filling(H2File file, List<ReadModel> models, TapeFolder tape, long last, Progress progress) {
    this.file = file;
    this.models = models;
    this.tape = tape;
    this.last = last;
    this.progress = progress;
  }

  /**
   * Fills the database and opens it.
   *
   * @throws CancellationException if the progress asked to stop; half a database is left then, as
   *     after any other exception
   */
  Database run() throws SQLException {
    Database database = Database.createToFill(file, models);
    try (DatabaseThread second = new DatabaseThread("ledger-filling")) {
      CompletableFuture<Void> modelsFilled = second.start(this::fillModels);
      try {
        fillEntries(database);
      } finally {
        // What has gone wrong here must end the other hand's work as well, and the other way round.
        stopUnless(database.head().position() == last);
        await(modelsFilled);
      }
      database.filled();
      return database;
    } catch (SQLException | RuntimeException e) {
      database.abandon();
      throw e;
    }
  }

  private void fillEntries(Database database) throws SQLException {
    boolean whole =
        new Replay(new TapeReader(tape), Check.CHAIN, database.head(), last, this::report)
            .run(database::add);
    if (!whole) {
      throw new CancellationException("rebuild");
    }
    database.index();
  }

  private Void fillModels() throws SQLException {
    boolean whole = false;
    // Closed when all is well: otherwise it ends with the database, and nothing is taken back.
    Connection connection = file.connect();
    try {
      connection.setAutoCommit(false);
      models.forEach(ReadModel::fill);
      whole =
          new Replay(new TapeReader(tape), Check.CHECKSUM, HeadRow.start(), last, this::report)
              .run((entries, _) -> {
                for (ReadModel model : models) {
                  model.apply(connection, entries);
                }
                connection.commit();
              });
      if (whole) {
        connection.close();
      }
      return null;
    } finally {
      stopUnless(whole);
    }
  }

  private void stopUnless(boolean well) {
    if (!well) {
      stopped = true;
    }
  }

  /** Each entry is taken twice. */
  private boolean report(long entries) {
    long done = taken.addAndGet(entries);
    synchronized (progress) {
      stopUnless(progress.report(done / 2, last));
    }
    return !stopped;
  }

  private static void await(CompletableFuture<Void> work) throws SQLException {
    try {
      DatabaseThread.await(work);
    } catch (SQLException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

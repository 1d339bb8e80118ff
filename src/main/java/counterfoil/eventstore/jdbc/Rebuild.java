package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

/**
 * Makes the database again from the tape, beside the one that is served and while appends go on: in
 * rounds, each up to what had been acknowledged when it began, until little is left. That is done
 * between two appends, and then the files are exchanged.
 *
 * <p>For one thread, which nobody may interrupt.
 */
final class Rebuild {
  /** So many entries are replayed in a few milliseconds, which appends may wait. */
  private static final long LITTLE = 200;

  private final Place place;
  private final LedgerWriter writer;
  private final LiveDatabase live;
  private final Progress progress;
  private final H2File next;

  Rebuild(Place place, LedgerWriter writer, LiveDatabase live, Progress progress) {
    this.place = place;
    this.writer = writer;
    this.live = live;
    this.progress = progress;
    this.next = H2File.next(place.folder());
  }

  /**
   * Does all of it and returns the new database's head.
   *
   * @throws CancellationException if the progress asked to stop; nothing has changed then
   * @throws LedgerUnavailable if the tape is damaged; nothing has changed then
   */
  HeadRow run() throws Exception {
    next.delete();
    try {
      return make();
    } finally {
      // The name is another one's by now, unless something went wrong.
      next.delete();
    }
  }

  private HeadRow make() throws Exception {
    long known = writer.head().position();
    try (Database building =
        new Filling(next, place.modelsAnew(), place.tapeFolder(), known, progress).run()) {
      catchUp(building);
      goOn(building.head().position());
      return DatabaseThread.await(
          writer.between(() -> live.exchange(next, head -> finish(building, head))));
    }
  }

  /** Rounds that do not get shorter would never end: appends must wait for the last one then. */
  private void catchUp(Database building) throws SQLException {
    long before = Long.MAX_VALUE;
    long left = left(building);
    while (left > LITTLE && left <= before / 2) {
      replay(building, building.head().position() + left, progress);
      before = left;
      left = left(building);
    }
  }

  private long left(Database building) {
    return writer.head().position() - building.head().position();
  }

  private void replay(Database building, long to, Progress heard) throws SQLException {
    boolean whole =
        new Replay(
                // Files are read whole: what was added since is seen by a new reader only.
                new TapeReader(place.tapeFolder()),
                Check.CHAIN,
                building.head(),
                to,
                _ -> heard.report(building.head().position(), to))
            .run(building::take);
    if (!whole) {
      throw new CancellationException("rebuild");
    }
  }

  private void goOn(long done) {
    if (!progress.report(done, Math.max(done, writer.head().position()))) {
      throw new CancellationException("rebuild");
    }
  }

  private void finish(Database building, HeadRow head) throws SQLException {
    // Whoever hears of the progress may be waiting for an append, and all appends wait for this.
    replay(building, head.position(), Progress.NONE);
    HeadRow made = building.head();
    boolean same =
        made.position() == head.position()
            && Arrays.equals(made.chain(), head.chain())
            && made.frontier().equals(head.frontier());
    if (!same) {
      throw new LedgerUnavailable(
          Reason.DAMAGED,
          place.folder(),
          "the tape does not come to the head of the ledger",
          Math.min(made.position(), head.position()) + 1);
    }
    building.close();
  }
}

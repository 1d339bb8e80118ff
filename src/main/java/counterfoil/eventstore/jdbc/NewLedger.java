package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.codec.Succession;
import counterfoil.eventstore.tape.RecordLayout;
import counterfoil.eventstore.tape.Tape;
import counterfoil.proof.Frontier;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A ledger that is made from entries which exist already: first its tape, append by append, then
 * its database from that tape. Takes nothing that does not follow on what it has.
 */
final class NewLedger implements AutoCloseable {
  private static final int BYTES_TOGETHER = 4 << 20;

  private final Place place;
  private final Tape tape;
  private final Succession succession = new Succession();
  private int unwritten;

  NewLedger(Place place, Charter charter) throws IOException {
    this.place = place;
    place.tapeFolder().make();
    tape = Tape.found(place.tapeFolder(), place.preparation(), charter);
  }

  /** Takes an append, or says what is wrong with it; then this ledger is of no further use. */
  Optional<String> add(List<Entry> append) throws IOException {
    for (Entry entry : append) {
      Optional<String> problem = succession.take(entry);
      if (problem.isPresent()) {
        return problem;
      }
    }
    unwritten += RecordLayout.length(append);
    tape.add(append);
    if (unwritten > BYTES_TOGETHER) {
      flush();
    }
    return Optional.empty();
  }

  long position() {
    return succession.position();
  }

  Frontier frontier() {
    return succession.frontier();
  }

  byte[] root() {
    return succession.root();
  }

  /**
   * Makes the database from the tape as it stands on the disk, compares the two trees, and leaves
   * both so that the next opening takes the database as it is.
   *
   * @throws CancellationException if the progress asked to stop
   */
  void complete(Progress progress) throws IOException, SQLException {
    flush();
    tape.close();
    try (Database database =
        new Filling(place.live(), place.models(), place.tapeFolder(), position(), progress).run()) {
      if (!database.head().frontier().equals(frontier())) {
        throw new IOException("the disk does not hold what was written to it");
      }
    }
    place.live().force();
    new LastEnd(place).closed();
  }

  private void flush() throws IOException {
    tape.write();
    tape.force();
    unwritten = 0;
  }

  @Override
  public void close() throws IOException {
    tape.close();
  }
}

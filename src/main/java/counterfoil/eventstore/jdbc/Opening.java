package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.LedgerUnavailable.Reason;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.MirroredFolder;
import counterfoil.eventstore.tape.Tape;
import counterfoil.eventstore.tape.TapeEnd;
import counterfoil.eventstore.tape.TapeReader;
import counterfoil.eventstore.tape.TapeReader.Check;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Brings tape and database together before a ledger is served. The tape is right: a database that
 * is behind is brought up, one that does not belong to it, or was not {@linkplain LastEnd left
 * whole}, is set aside and made again. But a database that is <em>ahead</em> proves that the tape
 * has lost what was acknowledged: that is refused.
 */
final class Opening {
  private final Place place;
  private final Progress progress;

  Opening(Place place, Progress progress) {
    this.place = place;
    this.progress = progress;
  }

  /**
   * Opens both.
   *
   * @throws LedgerUnavailable if the tape cannot be trusted, or a file cannot be used
   */
  Opened open() {
    if (!(place.tapeFolder() instanceof MirroredFolder both)) {
      return openBoth();
    }
    try {
      Mirroring.repair(both, place.clock()).ends();
      return openBoth();
    } catch (LedgerUnavailable e) {
      if (e.reason() != Reason.DAMAGED) {
        throw e;
      }
      return openMended(both);
    } catch (IOException e) {
      throw FolderFault.unavailable(place.folder(), e);
    }
  }

  /** The damage may lie further back than what was compared. */
  private Opened openMended(MirroredFolder both) {
    try {
      Mirroring.repair(both, place.clock()).all();
    } catch (IOException e) {
      throw FolderFault.unavailable(place.folder(), e);
    }
    return openBoth();
  }

  private Opened openBoth() {
    Database database = null;
    Tape tape = null;
    try {
      TapeReader reader = place.readTape();
      LastEnd lastEnd = new LastEnd(place);
      boolean leftWhole = lastEnd.leftWhole();
      // Whoever tries again after this opening has failed must not believe it either.
      lastEnd.opened();
      database = openExisting(reader.charter());
      boolean onTape = database != null && isOnTape(reader, database);
      TapeEnd end = findEnd(reader, database);
      boolean good =
          database != null && leftWhole && onTape && fits(database) && isTapesAtItsEnd(database);
      if (database != null && !good) {
        setAside(database);
        database = null;
      }
      // The database may hold only what is forced: so first the tape, then the catching up.
      tape = Tape.resume(place.tapeFolder(), place.preparation(), end);
      database = catchUp(database, end);
      return new Opened(end.charter(), tape, database);
    } catch (IOException | SQLException e) {
      close(tape, database);
      throw FolderFault.unavailable(place.folder(), e);
    } catch (RuntimeException e) {
      close(tape, database);
      throw e;
    }
  }

  private @Nullable Database openExisting(Charter charter) throws IOException {
    H2File live = place.live();
    if (!live.exists()) {
      return null;
    }
    try {
      Database database = Database.open(live, place.models());
      boolean oneHead = database.head().position() == database.head().frontier().size();
      if (oneHead && database.mayBeOf(charter)) {
        return database;
      }
      // Two halves of different heads prove nothing, and neither does another ledger's database.
      database.close();
    } catch (SQLException e) {
      if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
        throw new LedgerUnavailable(
            Reason.IN_USE, place.folder(), "its database is open elsewhere", e);
      }
    } catch (RuntimeException _) {
      // H2 throws more than SQLException over a file that it cannot read.
    }
    live.setAside(place.clock().instant());
    return null;
  }

  private static boolean isOnTape(TapeReader reader, Database database) {
    HeadRow head = database.head();
    reader.skipTo(head.position());
    return reader.position() == head.position() && Arrays.equals(reader.chain(), head.chain());
  }

  private boolean isTapesAtItsEnd(Database database) {
    return new LastEntries(new TapeReader(place.tapeFolder()), database).areTheTapes();
  }

  private TapeEnd findEnd(TapeReader reader, @Nullable Database database) {
    // Goes on from where the reader stands: with no database to compare, the last file will do.
    if (database == null) {
      reader.seek(Long.MAX_VALUE);
    }
    while (reader.next(Check.CHECKSUM).isPresent()) {
      // Only the end counts.
    }
    TapeEnd end = reader.end();
    if (database != null && database.head().position() > end.position()) {
      throw new LedgerUnavailable(
          Reason.DAMAGED,
          place.folder(),
          "the tape ends before what the database proves to have been recorded",
          end.position() + 1);
    }
    return end;
  }

  private static boolean fits(Database database) {
    try {
      return database.fits();
    } catch (SQLException e) {
      return false;
    }
  }

  private Database catchUp(@Nullable Database database, TapeEnd end)
      throws IOException, SQLException {
    if (database != null) {
      try {
        replay(database, end);
        return database;
      } catch (SQLException e) {
        // It is no better than one that does not open: the tape has everything.
        setAside(database);
      }
    }
    return new Filling(
            place.live(), place.models(), place.tapeFolder(), end.position(), this::reported)
        .run();
  }

  private void replay(Database database, TapeEnd end) throws SQLException {
    if (database.head().position() < end.position()) {
      new Replay(
              new TapeReader(place.tapeFolder()),
              Check.CHAIN,
              database.head(),
              end.position(),
              _ -> reported(database.head().position(), end.position()))
          .run(database::take);
    }
  }

  /** Nobody can stop an opening. */
  private boolean reported(long done, long total) {
    progress.report(done, total);
    return true;
  }

  private void setAside(Database database) throws IOException {
    close(null, database);
    database.file().setAside(place.clock().instant());
  }

  private static void close(@Nullable Tape tape, @Nullable Database database) {
    try {
      if (tape != null) {
        tape.close();
      }
      if (database != null) {
        database.close();
      }
    } catch (IOException | SQLException _) {
      // There is a better reason on its way already, or the file is to be replaced anyway.
    }
  }
}

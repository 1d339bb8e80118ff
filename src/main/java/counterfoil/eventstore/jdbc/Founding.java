package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes a new ledger, or leaves nothing of one behind. */
final class Founding {
  private Founding() {}

  /**
   * Makes tape and database. From the moment the tape is complete there is a ledger, so it comes
   * first: a ledger without a database opens, a database without a tape does not.
   *
   * @throws LedgerUnavailable if the disk does not allow it
   */
  static Opened found(Place place, Charter charter) {
    Tape tape = null;
    try {
      place.tapeFolder().make();
      tape = Tape.found(place.tapeFolder(), place.preparation(), charter);
      forceNames(place.folder());
      new LastEnd(place).opened();
      return new Opened(charter, tape, Database.create(place.live(), place.models()));
    } catch (IOException | SQLException e) {
      undo(place, tape, e);
      throw FolderFault.unavailable(place.folder(), e);
    } catch (RuntimeException e) {
      undo(place, tape, e);
      throw e;
    }
  }

  /** The folders' own names must be on the disk too, or a power cut takes the tape with them. */
  private static void forceNames(Path folder) throws IOException {
    DiskFolder.force(folder);
    Path parent = folder.toAbsolutePath().getParent();
    if (parent != null && Files.isReadable(parent)) {
      DiskFolder.force(parent);
    }
  }

  private static void undo(Place place, @Nullable Tape tape, Exception reason) {
    try {
      if (tape != null) {
        tape.close();
        Tape.abandon(place.tapeFolder());
      }
      place.live().delete();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}

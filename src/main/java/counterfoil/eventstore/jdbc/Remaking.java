package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.LedgerUnavailable;
import counterfoil.eventstore.tape.DiskFolder;
import counterfoil.eventstore.tape.FolderFault;
import counterfoil.eventstore.tape.MirroredFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/** Makes another ledger beside the one in a folder, while nobody else has that. */
final class Remaking {
  private final Place place;
  private final Function<Charter, List<ReadModel>> models;

  /**
   * @param models the read models of a ledger that was founded so
   */
  Remaking(Place place, Function<Charter, List<ReadModel>> models) {
    this.place = place;
    this.models = models;
  }

  /** Work on the folder; what it began is removed if it fails. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException, SQLException;
  }

  /**
   * Does the work.
   *
   * @throws LedgerUnavailable if somebody else has the folder, or the disk does not allow it
   */
  <T> T locked(Work<T> work) {
    Path folder = place.folder();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FolderFault.unavailable(folder, e);
    }
    FolderLock lock = FolderLock.acquire(folder);
    try {
      new Takeover(folder).finish();
      if (place.tapeFolder() instanceof MirroredFolder both) {
        // What it holds counts, and it is to be set aside with the tape.
        Mirroring.refuseUnlessSigned(both);
      }
      return work.run();
    } catch (IOException | SQLException e) {
      giveUp(e);
      throw FolderFault.unavailable(folder, e);
    } catch (RuntimeException e) {
      giveUp(e);
      throw e;
    } finally {
      lock.release();
    }
  }

  /** The other ledger, with nothing in it yet. */
  NewLedger begin(Takeover takeover, Charter charter) throws IOException {
    Path folder = takeover.begin();
    Place making =
        new Place(
            folder,
            new DiskFolder(Place.tape(folder)),
            place.preparation(),
            models.apply(charter),
            place.clock());
    return new NewLedger(making, charter);
  }

  private void giveUp(Exception reason) {
    try {
      new Takeover(place.folder()).giveUp();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}

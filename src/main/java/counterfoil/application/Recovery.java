package counterfoil.application;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;

/**
 * What can be done to a ledger in a folder while it is not open. Everything proves itself before it
 * changes anything, and keeps what it replaces.
 */
public interface Recovery {
  /**
   * Restores a backup.
   *
   * @see counterfoil.eventstore.jdbc.Restoration#fromBackup
   */
  Restored restore(Path folder, Path backup, Permission permission, Progress progress);

  /**
   * Makes a lost or damaged tape again from the database.
   *
   * @param origin of the checkpoint at which the database ends
   * @param entries that the checkpoint counts
   * @param root that the checkpoint names, in Base64
   * @see counterfoil.eventstore.jdbc.Restoration#tapeFromDatabase
   */
  Restored tapeFromDatabase(
      Path folder, String origin, long entries, String root, Progress progress);
}

package counterfoil.application;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

  /**
   * Sees to it that a ledger in {@code folder}, which need not be there yet, can be mirrored.
   *
   * @see counterfoil.eventstore.jdbc.Mirroring#prepare
   */
  void prepareMirror(Path folder, Path mirror);

  /** Where the tape of the ledger in a folder is mirrored, if it is. */
  Optional<Path> mirror(Path folder);

  /**
   * Mirrors the tape from now on; returns what was mended on the way.
   *
   * @see counterfoil.eventstore.jdbc.Mirroring#begin
   */
  List<Path> beginMirror(Path folder, Path mirror);

  /** No longer mirrors the tape; nothing is ever mended by that. */
  List<Path> endMirror(Path folder);

  /**
   * Compares the tape with its mirror; returns what was mended.
   *
   * @see counterfoil.eventstore.jdbc.Mirroring#compare
   */
  List<Path> compareWithMirror(Path folder);
}

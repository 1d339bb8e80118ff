package counterfoil.application;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.Restoration;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;

/** Recovery of the ledgers that {@link EmbeddedLedgers} opens. */
record EmbeddedRecovery(InstantSource clock) implements Recovery {
  @Override
  public Restored restore(Path folder, Path backup, Permission permission, Progress progress) {
    return restoration(folder).fromBackup(backup, permission, progress);
  }

  @Override
  public Restored tapeFromDatabase(
      Path folder, String origin, long entries, String root, Progress progress) {
    byte[] bytes = Base64.getDecoder().decode(root);
    return restoration(folder).tapeFromDatabase(origin, entries, bytes, progress);
  }

  private Restoration restoration(Path folder) {
    return new Restoration(folder, EmbeddedLedgers::models, clock);
  }
}

package counterfoil.application;

import counterfoil.eventstore.Progress;
import counterfoil.eventstore.jdbc.Mirroring;
import counterfoil.eventstore.jdbc.Restoration;
import counterfoil.eventstore.jdbc.Restoration.Permission;
import counterfoil.eventstore.jdbc.Restoration.Restored;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Recovery of the ledgers that {@link StoredLedgers} opens. */
record FolderRecovery(InstantSource clock) implements Recovery {
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

  @Override
  public void prepareMirror(Path folder, Path mirror) {
    new Mirroring(folder, clock).prepare(mirror);
  }

  @Override
  public Optional<Path> mirror(Path folder) {
    return new Mirroring(folder, clock).mirror();
  }

  @Override
  public List<Path> beginMirror(Path folder, Path mirror) {
    return new Mirroring(folder, clock).begin(mirror);
  }

  @Override
  public List<Path> endMirror(Path folder) {
    new Mirroring(folder, clock).end();
    return List.of();
  }

  @Override
  public List<Path> compareWithMirror(Path folder) {
    return new Mirroring(folder, clock).compare();
  }

  private Restoration restoration(Path folder) {
    return new Restoration(folder, StoredLedgers::folderModels, clock);
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.Charter;
import counterfoil.eventstore.Progress;
import counterfoil.eventstore.disk.RecordedDisk;
import counterfoil.eventstore.disk.RecordedFilePath;
import counterfoil.eventstore.tape.Tape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** Embedded stores whose tape and database both lie on a {@link RecordedDisk}. */
public final class RecordedStores {
  /** Room for some twenty entries, so that a short life fills several files. */
  private static final int SEGMENT_BYTES = 16 << 10;

  private RecordedStores() {}

  public static EmbeddedStore create(
      RecordedDisk disk, Charter charter, List<ReadModel> models, InstantSource clock) {
    return EmbeddedStore.create(place(disk, models, clock), charter);
  }

  public static EmbeddedStore open(RecordedDisk disk, List<ReadModel> models, InstantSource clock) {
    return EmbeddedStore.open(place(disk, models, clock), Progress.NONE);
  }

  private static Place place(RecordedDisk disk, List<ReadModel> models, InstantSource clock) {
    return new Place(
        disk.root(),
        new RecordedMachine(disk),
        disk.folder(disk.root().resolve("tape")),
        new Tape.Preparation(SEGMENT_BYTES, Runnable::run),
        models,
        clock);
  }

  private record RecordedMachine(RecordedDisk disk) implements Machine {
    @Override
    public String fileSystem() {
      return RecordedFilePath.FILE_SYSTEM;
    }

    @Override
    public void forceNames(Path folder) throws IOException {
      disk.folder(folder).force();
    }
  }
}

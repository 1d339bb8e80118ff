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
import java.util.Optional;

/**
 * Embedded stores whose tape and database both lie on a {@link RecordedDisk}, of a machine that was
 * last started as {@code boot}.
 */
public final class RecordedStores {
  /** Room for some twenty entries, so that a short life fills several files. */
  private static final int SEGMENT_BYTES = 16 << 10;

  private RecordedStores() {}

  public static EmbeddedStore create(
      RecordedDisk disk,
      String boot,
      Charter charter,
      List<ReadModel> models,
      InstantSource clock) {
    return EmbeddedStore.create(place(disk, boot, models, clock), charter);
  }

  public static EmbeddedStore open(
      RecordedDisk disk, String boot, List<ReadModel> models, InstantSource clock) {
    return EmbeddedStore.open(place(disk, boot, models, clock), Progress.NONE);
  }

  private static Place place(
      RecordedDisk disk, String boot, List<ReadModel> models, InstantSource clock) {
    return new Place(
        disk.root(),
        new RecordedMachine(disk, boot),
        disk.folder(disk.root().resolve("tape")),
        new Tape.Preparation(SEGMENT_BYTES, Runnable::run),
        models,
        clock);
  }

  private record RecordedMachine(RecordedDisk disk, String name) implements Machine {
    @Override
    public String fileSystem() {
      return RecordedFilePath.FILE_SYSTEM;
    }

    @Override
    public Optional<String> boot() {
      return Optional.of(name);
    }

    @Override
    public void forceNames(Path folder) throws IOException {
      disk.folder(folder).force();
    }
  }
}

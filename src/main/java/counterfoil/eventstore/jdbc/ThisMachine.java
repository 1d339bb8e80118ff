package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.tape.DiskFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The machine that this process runs on. */
record ThisMachine() implements Machine {
  private static final Path LINUX_BOOT = Path.of("/proc/sys/kernel/random/boot_id");

  /** The first process of all, where there is one of that number, is as old as the system. */
  private static final long FIRST_PROCESS = 1;

  @Override
  public String fileSystem() {
    return "";
  }

  @Override
  public Optional<String> boot() {
    try {
      if (Files.isReadable(LINUX_BOOT)) {
        return Optional.of(Files.readString(LINUX_BOOT).strip());
      }
    } catch (IOException _) {
      // Not told, then.
    }
    return ProcessHandle.of(FIRST_PROCESS)
        .flatMap(process -> process.info().startInstant())
        .map(Object::toString);
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    DiskFolder.force(folder);
  }
}

package counterfoil.eventstore.jdbc;

import counterfoil.eventstore.tape.DiskFolder;
import java.io.IOException;
import java.nio.file.Path;

/** The machine that this process runs on. */
record ThisMachine() implements Machine {
  @Override
  public String fileSystem() {
    return "";
  }

  @Override
  public void forceNames(Path folder) throws IOException {
    DiskFolder.force(folder);
  }
}

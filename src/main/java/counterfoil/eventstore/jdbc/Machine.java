package counterfoil.eventstore.jdbc;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** What a ledger must know of the machine it lies on; a seam for tests whose power is cut. */
interface Machine {
  /** What H2 has to find in front of a file's path; empty for the file system of this machine. */
  String fileSystem();

  /**
   * Names the time since the machine was started: as long as the name is the same, whatever a
   * process has written is there, forced or not. Nothing where the machine does not tell.
   */
  Optional<String> boot();

  /** Forces a folder's list of files. */
  void forceNames(Path folder) throws IOException;
}

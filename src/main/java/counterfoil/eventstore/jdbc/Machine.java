package counterfoil.eventstore.jdbc;

import java.io.IOException;
import java.nio.file.Path;

/** What a ledger must know of the machine it lies on; a seam for tests whose power is cut. */
interface Machine {
  /** What H2 has to find in front of a file's path; empty for the file system of this machine. */
  String fileSystem();

  /** Forces a folder's list of files. */
  void forceNames(Path folder) throws IOException;
}

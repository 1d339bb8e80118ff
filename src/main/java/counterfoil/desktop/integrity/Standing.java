package counterfoil.desktop.integrity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the ledger's checkpoints stand, read at once.
 *
 * @param witnessed whether this workstation signs and remembers at all
 * @param checkpoints those kept of late, the newest first
 * @param doubtful how many others were found there, which no key of this ledger has signed
 */
record Standing(
    boolean witnessed, List<CheckpointLine> checkpoints, long doubtful, List<Outside> outside) {
  Standing {
    checkpoints = List.copyOf(checkpoints);
    outside = List.copyOf(outside);
  }

  /**
   * A folder outside that checkpoints go to.
   *
   * @param reached whether it is there now
   */
  record Outside(Path folder, boolean reached) {}

  Optional<CheckpointLine> last() {
    return checkpoints.stream().findFirst();
  }

  /** How many of the folders outside are there now. */
  long reached() {
    return outside.stream().filter(Outside::reached).count();
  }
}

package counterfoil.desktop.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A checkpoint as it was kept.
 *
 * @param entries how many it is over
 * @param root in Base64
 * @param upTo when its last entry was recorded; nothing for one that the ledger does not reach
 * @param keys the numbers of the ledger's keys that have signed it; one at least
 * @param note the signed note as it is written
 */
record CheckpointLine(
    long entries, String root, Optional<Instant> upTo, List<String> keys, String note) {
  CheckpointLine {
    keys = List.copyOf(keys);
  }
}

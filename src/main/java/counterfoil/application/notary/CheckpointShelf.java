package counterfoil.application.notary;

import java.util.List;

/** Where a ledger's signed checkpoints are kept: only ever added to. */
public interface CheckpointShelf {
  /**
   * Adds a signed note; it is on disk when this returns.
   *
   * @param size of the tree that it is about
   */
  void add(long size, String note);

  /** The last ones as they were added, at most {@code atMost}, the newest first. */
  List<String> last(int atMost);
}

package counterfoil.application;

import counterfoil.payload.ApprovalEvents;
import counterfoil.projection.Streams;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under which commands' ids approvals may have been asked for, so that a posting need not look for
 * its own in the database: hardly one in a hundred has any. Safe from any thread.
 */
final class AskedApprovals {
  private final Streams streams;
  private final boolean shared;

  /** Read when first needed; some sixty bytes each. */
  private volatile @Nullable Set<UUID> known;

  /**
   * @param shared whether others ask as well, unseen from here
   */
  AskedApprovals(Streams streams, boolean shared) {
    this.streams = streams;
    this.shared = shared;
  }

  /** To be called before one is asked for here. */
  void asking(UUID commandId) {
    all().add(commandId);
  }

  /** False only where there is none for certain. Reads once. */
  boolean possible(UUID commandId) {
    return shared || all().contains(commandId);
  }

  private Set<UUID> all() {
    Set<UUID> all = known;
    if (all == null) {
      synchronized (this) {
        all = known;
        if (all == null) {
          all =
              streams.of(ApprovalEvents.CATEGORY).stream()
                  .map(stream -> UUID.fromString(stream.subject()))
                  .collect(Collectors.toCollection(ConcurrentHashMap::newKeySet));
          known = all;
        }
      }
    }
    return all;
  }
}

package counterfoil.eventstore.codec;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.StreamName;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Proves, one entry after another from the ledger's first, that they are what a store recorded:
 * dense positions, dense versions in each stream, times that never go back, and payloads that their
 * envelopes commit to, or that are erased. Grows the tree over them on the way. For one thread at a
 * time.
 */
public final class Succession {
  private final EntryCodec codec = new EntryCodec();
  private final TreeHash hash = new TreeHash();
  private final Map<StreamName, Long> versions = new HashMap<>();
  private Frontier frontier = Frontier.EMPTY;
  private Instant time = Instant.MIN;

  /** Takes the next entry, or says what is wrong with it and stays where it is. */
  public Optional<String> take(Entry entry) {
    if (entry.position() != frontier.size() + 1) {
      return Optional.of("an entry of another place");
    }
    if (!codec.payloadMayStand(entry)) {
      return Optional.of("the payload is not the one that was recorded");
    }
    if (entry.version() != versions.getOrDefault(entry.stream(), -1L) + 1) {
      return Optional.of("a version of its stream is missing before it");
    }
    if (entry.recordedAt().isBefore(time)) {
      return Optional.of("recorded before the entry in front of it");
    }
    versions.put(entry.stream(), entry.version());
    time = entry.recordedAt();
    frontier = frontier.append(hash.leaf(entry.envelope()), hash);
    return Optional.empty();
  }

  /** The last position taken, 0 for none. */
  public long position() {
    return frontier.size();
  }

  /** The tree over everything taken. */
  public Frontier frontier() {
    return frontier;
  }

  /** The tree's root. */
  public byte[] root() {
    return frontier.root(hash);
  }
}

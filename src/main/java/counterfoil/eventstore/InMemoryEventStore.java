package counterfoil.eventstore;

import counterfoil.eventstore.sequencing.Listeners;
import counterfoil.eventstore.sequencing.Outcome;
import counterfoil.eventstore.sequencing.Recorded;
import counterfoil.eventstore.sequencing.Sequencer;
import counterfoil.proof.Frontier;
import counterfoil.proof.TreeHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A ledger that lives as long as its process: for tests and for trying things out. Every append is
 * acknowledged before {@link #submit} returns; listeners are called by the thread that submits.
 */
public final class InMemoryEventStore implements EventStore {
  private final List<Entry> entries = new ArrayList<>();
  private final Map<StreamName, List<Entry>> byStream = new HashMap<>();
  private final Map<UUID, List<Entry>> byCommand = new HashMap<>();
  private final Listeners listeners = new Listeners();
  private final TreeHash hash = new TreeHash();
  private final Sequencer sequencer;
  private Frontier frontier = Frontier.EMPTY;
  private boolean closed;

  public InMemoryEventStore(InstantSource clock) {
    sequencer = new Sequencer(new Maps(), clock, 0, Instant.MIN);
  }

  @Override
  public synchronized CompletableFuture<Appended> submit(Append append) {
    if (closed) {
      return CompletableFuture.failedFuture(closedStore());
    }
    return switch (sequencer.take(List.of(append)).getFirst()) {
      case Outcome.Refused(EventStoreException reason) -> CompletableFuture.failedFuture(reason);
      case Outcome.Taken(Appended appended) -> {
        if (!appended.before()) {
          record(appended.entries());
        }
        yield CompletableFuture.completedFuture(appended);
      }
    };
  }

  private void record(List<Entry> added) {
    entries.addAll(added);
    byCommand.put(added.getFirst().commandId(), added);
    for (Entry entry : added) {
      byStream.computeIfAbsent(entry.stream(), _ -> new ArrayList<>()).add(entry);
      frontier = frontier.append(hash.leaf(entry.envelope()), hash);
    }
    sequencer.recordedThrough(frontier.size());
    listeners.tell(head());
  }

  @Override
  public synchronized Optional<Appended> find(UUID commandId, byte[] commandDigest) {
    refuseIfClosed();
    return Optional.ofNullable(byCommand.get(commandId))
        .map(before -> Sequencer.again(commandId, commandDigest, before));
  }

  @Override
  public synchronized List<Entry> load(StreamName stream, long fromVersion) {
    refuseIfClosed();
    return page(byStream.getOrDefault(stream, List.of()), fromVersion, Integer.MAX_VALUE);
  }

  @Override
  public synchronized List<Entry> read(long fromPosition, int atMost) {
    refuseIfClosed();
    return page(entries, fromPosition - 1, atMost);
  }

  @Override
  public synchronized Head head() {
    refuseIfClosed();
    return new Head(frontier.size(), frontier.root(hash));
  }

  @Override
  public Registration whenAdvanced(Consumer<Head> listener) {
    return listeners.add(listener);
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  private void refuseIfClosed() {
    if (closed) {
      throw closedStore();
    }
  }

  private static StoreStopped closedStore() {
    return new StoreStopped("the store is closed");
  }

  private static List<Entry> page(List<Entry> all, long from, int atMost) {
    return all.stream().skip(Math.max(0, from)).limit(atMost).toList();
  }

  private final class Maps implements Recorded {
    @Override
    public long version(StreamName stream) {
      return byStream.getOrDefault(stream, List.of()).size() - 1L;
    }

    @Override
    public Set<UUID> known(Collection<UUID> commandIds) {
      Set<UUID> known = new HashSet<>(commandIds);
      known.retainAll(byCommand.keySet());
      return known;
    }

    @Override
    public List<Entry> ofCommand(UUID commandId) {
      return byCommand.getOrDefault(commandId, List.of());
    }

    @Override
    public List<Entry> ofStream(StreamName stream, long fromVersion, int atMost) {
      return page(byStream.getOrDefault(stream, List.of()), fromVersion, atMost);
    }
  }
}

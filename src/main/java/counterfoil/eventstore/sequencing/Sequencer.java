package counterfoil.eventstore.sequencing;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Append.Write;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventStoreException;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;
import counterfoil.eventstore.VersionConflict;
import counterfoil.eventstore.codec.EntryCodec;
import counterfoil.eventstore.codec.EntryCodec.Slot;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Takes appends one after another: checks what each expects, and gives its events their positions,
 * versions and time. What it has taken counts for the next append at once, though it may not be
 * recorded yet; {@link #recordedThrough} says when it is. If recording fails, the sequencer is of
 * no further use. For one thread at a time.
 */
public final class Sequencer {
  /** Streams whose versions are kept at hand; far more than one group of appends can touch. */
  private static final int VERSIONS_AT_HAND = 50_000;

  private final Recorded recorded;
  private final InstantSource clock;
  private final EntryCodec codec = new EntryCodec();
  private final Salts salts = new Salts();
  private final Map<StreamName, Long> versions = new VersionsAtHand();
  private final Map<UUID, List<Entry>> takenByCommand = new HashMap<>();
  private final Deque<Entry> taken = new ArrayDeque<>();
  private long position;
  private Instant time;

  /**
   * Goes on after the entry at {@code position}, which was recorded at {@code time}; for an empty
   * ledger these are 0 and the time of its foundation.
   */
  public Sequencer(Recorded recorded, InstantSource clock, long position, Instant time) {
    this.recorded = recorded;
    this.clock = clock;
    this.position = position;
    this.time = time;
  }

  /**
   * Takes appends in their order, each if it may be taken after those before it.
   *
   * @return what has become of each, in the same order
   */
  public List<Outcome> take(List<Append> appends) {
    Set<UUID> known = recorded.known(appends.stream().map(Append::commandId).toList());
    List<Outcome> outcomes = new ArrayList<>(appends.size());
    for (Append append : appends) {
      try {
        outcomes.add(new Outcome.Taken(take(append, known)));
      } catch (EventStoreException refusal) {
        outcomes.add(new Outcome.Refused(refusal));
      }
    }
    return outcomes;
  }

  private Appended take(Append append, Set<UUID> known) {
    UUID commandId = append.commandId();
    List<Entry> before = takenByCommand.getOrDefault(commandId, List.of());
    if (before.isEmpty() && known.contains(commandId)) {
      before = recorded.ofCommand(commandId);
    }
    if (!before.isEmpty()) {
      return again(append.commandId(), append.commandDigest(), before);
    }
    append.writes().forEach(write -> check(write.stream(), write.expected()));
    append.demands().forEach(demand -> check(demand.stream(), demand.expected()));
    List<Entry> entries = seal(append);
    takenByCommand.put(commandId, entries);
    taken.addAll(entries);
    return new Appended(entries, false);
  }

  /** Says that everything taken up to a position is now recorded, and seen by lookups. */
  public void recordedThrough(long position) {
    while (!taken.isEmpty() && taken.getFirst().position() <= position) {
      takenByCommand.remove(taken.removeFirst().commandId());
    }
  }

  /**
   * The answer to a command whose entries {@code before} are there already, at least one.
   *
   * @throws CommandIdReused if they were recorded under another digest
   */
  public static Appended again(UUID commandId, byte[] commandDigest, List<Entry> before) {
    Entry first = before.getFirst();
    if (!MessageDigest.isEqual(first.commandDigest(), commandDigest)) {
      throw new CommandIdReused(commandId, first.position());
    }
    return new Appended(before, true);
  }

  private void check(StreamName stream, ExpectedVersion expected) {
    if (expected instanceof ExpectedVersion.Any) {
      return;
    }
    long actual = version(stream);
    if (!expected.accepts(actual)) {
      throw new VersionConflict(stream, expected, actual, between(stream, expected));
    }
  }

  private List<Entry> between(StreamName stream, ExpectedVersion expected) {
    long after =
        switch (expected) {
          case ExpectedVersion.NoStream _ -> ExpectedVersion.NONE;
          case ExpectedVersion.Exactly(long version) -> version;
          case ExpectedVersion.Any _, ExpectedVersion.StreamExists _ -> Long.MAX_VALUE;
        };
    if (after == Long.MAX_VALUE) {
      return List.of();
    }
    int most = VersionConflict.MAX_BETWEEN;
    List<Entry> between = new ArrayList<>(recorded.ofStream(stream, after + 1, most));
    // Some of what was taken may have been recorded by now, unknown to this sequencer.
    long last = between.isEmpty() ? after : between.getLast().version();
    taken.stream()
        .filter(entry -> entry.stream().equals(stream) && entry.version() > last)
        .limit(most - between.size())
        .forEach(between::add);
    return between;
  }

  private long version(StreamName stream) {
    Long version = versions.get(stream);
    if (version == null) {
      version = recorded.version(stream);
      versions.put(stream, version);
    }
    return version;
  }

  private List<Entry> seal(Append append) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (now.isAfter(time)) {
      time = now;
    }
    List<Entry> entries = new ArrayList<>();
    for (Write write : append.writes()) {
      long version = version(write.stream());
      for (NewEvent event : write.events()) {
        Slot slot = new Slot(++position, write.stream(), ++version, time);
        entries.add(codec.seal(slot, event, append, salts.next()));
      }
      versions.put(write.stream(), version);
    }
    return List.copyOf(entries);
  }

  /** The versions last asked for. */
  private static final class VersionsAtHand extends LinkedHashMap<StreamName, Long> {
    private static final long serialVersionUID = 1;

    VersionsAtHand() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<StreamName, Long> eldest) {
      return size() > VERSIONS_AT_HAND;
    }
  }
}

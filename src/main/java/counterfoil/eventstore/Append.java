package counterfoil.eventstore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * One act to be recorded whole or not at all.
 *
 * @param commandId names the act; the same id again gives the first outcome
 * @param commandDigest SHA-256 over the command itself (not over its events, which may be decided
 *     otherwise a second time): tells a repetition from another act under the same id
 * @param writes at least one stream, each once, with the events to add to it; the events get their
 *     positions in this order
 * @param demands versions of streams that are only looked at, at most {@value #MAX_DEMANDS}
 */
public record Append(
    UUID commandId,
    byte[] commandDigest,
    Provenance provenance,
    List<Write> writes,
    List<Demand> demands) {
  /** The most events in one append. */
  public static final int MAX_EVENTS = 1000;

  /** The most bytes that the payloads of one append have together. */
  public static final int MAX_PAYLOAD_BYTES = 4 << 20;

  /** The most versions that one append demands without writing. */
  public static final int MAX_DEMANDS = 1000;

  private static final int DIGEST_BYTES = 32;

  public Append {
    writes = List.copyOf(writes);
    demands = List.copyOf(demands);
    int events = 0;
    long bytes = 0;
    Set<StreamName> streams = new HashSet<>();
    for (Write write : writes) {
      events += write.events().size();
      write.check();
      for (NewEvent event : write.events()) {
        bytes += event.payload().length;
      }
      if (!streams.add(write.stream())) {
        throw new IllegalArgumentException("a stream is written twice in one append");
      }
    }
    if (commandDigest.length != DIGEST_BYTES) {
      throw new IllegalArgumentException("a digest has 32 bytes, not " + commandDigest.length);
    }
    if (events == 0 || events > MAX_EVENTS) {
      throw new IllegalArgumentException("an append has 1 to 1000 events, not " + events);
    }
    if (demands.size() > MAX_DEMANDS) {
      throw new IllegalArgumentException(
          "an append demands at most 1000 versions, not " + demands.size());
    }
    if (bytes > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "an append has at most 4 MiB of payloads, not " + bytes + " bytes");
    }
  }

  /** Events for one stream, at least one. Signed ones say exactly where they stand. */
  public record Write(StreamName stream, ExpectedVersion expected, List<NewEvent> events) {
    public Write {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("nothing to write to " + stream);
      }
    }

    private void check() {
      boolean exact =
          switch (expected) {
            case ExpectedVersion.Exactly _, ExpectedVersion.NoStream _ -> true;
            case ExpectedVersion.Any _, ExpectedVersion.StreamExists _ -> false;
          };
      if (!exact && events.stream().anyMatch(event -> event.attested().isPresent())) {
        throw new IllegalArgumentException("a signed event without an exact version");
      }
    }
  }

  /** A version that a stream must have without being written. */
  public record Demand(StreamName stream, ExpectedVersion expected) {}
}

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
 * @param demands versions of streams that are only looked at
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

  public Append {
    writes = List.copyOf(writes);
    demands = List.copyOf(demands);
    int events = 0;
    long bytes = 0;
    Set<StreamName> streams = new HashSet<>();
    for (Write write : writes) {
      events += write.events().size();
      for (NewEvent event : write.events()) {
        bytes += event.payload().length;
      }
      if (!streams.add(write.stream())) {
        throw new IllegalArgumentException("a stream is written twice in one append");
      }
    }
    if (commandDigest.length != 32 || events == 0 || events > MAX_EVENTS) {
      throw new IllegalArgumentException("not an append: " + events + " events");
    }
    if (bytes > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException("not an append: " + bytes + " bytes");
    }
  }

  /** Events for one stream, at least one. */
  public record Write(StreamName stream, ExpectedVersion expected, List<NewEvent> events) {
    public Write {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("nothing to write to " + stream);
      }
    }
  }

  /** A version that a stream must have without being written. */
  public record Demand(StreamName stream, ExpectedVersion expected) {}
}

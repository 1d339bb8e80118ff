package counterfoil.eventstore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import counterfoil.eventstore.Append.Demand;
import counterfoil.eventstore.Append.Write;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Everything that goes into a store has a size that it may not exceed, and is refused by name. */
class LimitsTest {
  private static final StreamName STREAM = StreamName.of("account", "1");
  private static final NewEvent EVENT = new NewEvent(new EventType("Kind", 1), new byte[2]);

  @Test
  void an_append_has_a_thousand_events_at_most() {
    append(Collections.nCopies(1000, EVENT), List.of());
    refused(
        "an append has 1 to 1000 events, not 1001",
        () -> append(Collections.nCopies(1001, EVENT), List.of()));
  }

  @Test
  void an_append_demands_a_thousand_versions_at_most() {
    Demand demand = new Demand(STREAM, ExpectedVersion.any());
    append(List.of(EVENT), Collections.nCopies(1000, demand));
    refused(
        "an append demands at most 1000 versions, not 1001",
        () -> append(List.of(EVENT), Collections.nCopies(1001, demand)));
  }

  @Test
  void payloads_have_a_mebibyte_and_those_of_an_append_four() {
    NewEvent largest = new NewEvent(new EventType("Kind", 1), new byte[1 << 20]);
    append(Collections.nCopies(4, largest), List.of());
    refused(
        "an append has at most 4 MiB of payloads, not 5242880 bytes",
        () -> append(Collections.nCopies(5, largest), List.of()));
    refused(
        "a payload has at most 1 MiB, not 1048577 bytes",
        () -> new NewEvent(new EventType("Kind", 1), new byte[(1 << 20) + 1]));
  }

  @Test
  void names_and_texts_have_their_lengths() {
    StreamName longest = StreamName.of("a", "x".repeat(98));
    assertEquals(StreamName.MAX_LENGTH, longest.value().length());
    refused(
        "a stream name is letters, a hyphen and printable ASCII, at most 100 characters",
        () -> StreamName.of("a", "x".repeat(99)));
    assertEquals(60, new EventType("x".repeat(60), 1).name().length());
    refused(
        "an event type has a name of 1 to 60 characters and a version from 1",
        () -> new EventType("x".repeat(61), 1));
    provenance("x".repeat(1000));
    refused("a text has at most 1000 characters, not 1001", () -> provenance("x".repeat(1001)));
  }

  private static Append append(List<NewEvent> events, List<Demand> demands) {
    return new Append(
        UUID.randomUUID(),
        new byte[32],
        provenance("amina"),
        List.of(new Write(STREAM, ExpectedVersion.any(), events)),
        demands);
  }

  private static Provenance provenance(String actor) {
    return new Provenance(
        actor,
        "teller",
        "Riverside",
        "WS-1",
        Optional.empty(),
        LocalDate.EPOCH,
        Optional.empty(),
        UUID.randomUUID(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static void refused(String sentence, Executable call) {
    assertEquals(sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}

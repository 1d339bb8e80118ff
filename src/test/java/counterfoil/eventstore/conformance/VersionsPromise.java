package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Versions of a stream are dense, from 0, and an append names the one it expects. */
public abstract class VersionsPromise extends Promise {
  @Test
  void the_first_entry_of_a_stream_has_version_0() throws Exception {
    fill(BOB, 1);
    assertEquals(List.of(0L, 1L), versions(taken(append(ALICE, ANY, "a", "b")).entries()));
  }

  @Test
  void racing_clients_leave_no_gap_in_a_stream() throws Exception {
    race(
        8,
        number -> {
          for (int i = 0; i < 25; i++) {
            taken(append(ALICE, ANY, "x"));
          }
        });
    assertEquals(LongStream.range(0, 200).boxed().toList(), versions(store.load(ALICE, 0)));
  }

  @Test
  void any_takes_a_stream_that_exists_and_one_that_does_not() throws Exception {
    taken(append(ALICE, ExpectedVersion.any(), "a"));
    taken(append(ALICE, ExpectedVersion.any(), "b"));
    assertEquals(List.of("a", "b"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void no_stream_takes_only_a_stream_without_entries() throws Exception {
    taken(append(ALICE, ExpectedVersion.noStream(), "a"));
    conflict(append(ALICE, ExpectedVersion.noStream(), "b"));
    assertEquals(List.of("a"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void stream_exists_takes_only_a_stream_with_entries() throws Exception {
    conflict(append(ALICE, ExpectedVersion.streamExists(), "too early"));
    taken(append(ALICE, ANY, "a"));
    taken(append(ALICE, ExpectedVersion.streamExists(), "b"));
    assertEquals(List.of("a", "b"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void exactly_takes_only_that_version() throws Exception {
    fill(ALICE, 3);
    conflict(append(ALICE, ExpectedVersion.exactly(1), "behind"));
    conflict(append(ALICE, ExpectedVersion.exactly(3), "ahead"));
    taken(append(ALICE, ExpectedVersion.exactly(2), "right"));
    assertEquals(List.of("right"), payloads(store.load(ALICE, 3)));
  }

  @Test
  void exactly_minus_one_means_that_there_is_no_stream() throws Exception {
    taken(append(ALICE, ExpectedVersion.exactly(-1), "a"));
    conflict(append(ALICE, ExpectedVersion.exactly(-1), "b"));
    assertEquals(List.of("a"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void what_is_submitted_but_not_yet_acknowledged_counts() throws Exception {
    var first = store.submit(append(ALICE, ExpectedVersion.noStream(), "a"));
    var second = store.submit(append(ALICE, ExpectedVersion.exactly(0), "b"));
    var third = store.submit(append(ALICE, ExpectedVersion.exactly(1), "c"));
    assertEquals(1, outcome(first).firstPosition());
    assertEquals(2, outcome(second).firstPosition());
    assertEquals(3, outcome(third).firstPosition());
  }

  @Test
  void streams_whose_names_resemble_one_another_are_different_streams() throws Exception {
    taken(append(StreamName.of("account", "1"), ExpectedVersion.noStream(), "a"));
    taken(append(StreamName.of("account", "10"), ExpectedVersion.noStream(), "b"));
    taken(append(StreamName.of("account", "A"), ExpectedVersion.noStream(), "c"));
    taken(append(StreamName.of("account", "a"), ExpectedVersion.noStream(), "d"));
    assertEquals(List.of("d"), payloads(store.load(StreamName.of("account", "a"), 0)));
  }
}

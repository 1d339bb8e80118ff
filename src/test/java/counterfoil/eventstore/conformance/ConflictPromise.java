package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.VersionConflict;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A conflict is one exception, and it says what is in the way. */
public abstract class ConflictPromise extends Promise {
  @Test
  void it_carries_the_expected_and_the_actual_version_and_what_came_in_between() throws Exception {
    taken(append(ALICE, ANY, "0", "1", "2", "3"));
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.exactly(1), "late"));
    assertEquals(ALICE, conflict.stream());
    assertEquals(ExpectedVersion.exactly(1), conflict.expected());
    assertEquals(3, conflict.actual());
    assertEquals(List.of("2", "3"), payloads(conflict.between()));
    assertEquals(List.of(2L, 3L), versions(conflict.between()));
  }

  @Test
  void all_of_a_stream_is_in_between_where_none_was_expected() throws Exception {
    taken(append(ALICE, ANY, "0", "1"));
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.noStream(), "late"));
    assertEquals(1, conflict.actual());
    assertEquals(List.of("0", "1"), payloads(conflict.between()));
  }

  @Test
  void nothing_is_in_between_where_the_stream_is_behind() {
    fill(ALICE, 2);
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.exactly(7), "ahead"));
    assertEquals(1, conflict.actual());
    assertEquals(List.of(), conflict.between());
  }

  @Test
  void a_stream_without_entries_has_version_minus_one() {
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.streamExists(), "a"));
    assertEquals(-1, conflict.actual());
    assertEquals(List.of(), conflict.between());
  }

  @Test
  void it_carries_the_first_hundred_entries_at_most() throws Exception {
    String[] payloads =
        IntStream.range(0, VersionConflict.MAX_BETWEEN + 20)
            .mapToObj(Integer::toString)
            .toArray(String[]::new);
    taken(append(ALICE, ANY, payloads));
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.exactly(4), "late"));
    assertEquals(VersionConflict.MAX_BETWEEN, conflict.between().size());
    assertEquals(5, conflict.between().getFirst().version());
  }

  @Test
  void it_knows_what_was_submitted_just_before() throws Exception {
    var winner = store.submit(append(ALICE, ExpectedVersion.noStream(), "winner"));
    VersionConflict conflict = conflict(append(ALICE, ExpectedVersion.noStream(), "loser"));
    assertEquals(0, conflict.actual());
    assertEquals(List.of("winner"), payloads(conflict.between()));
    assertEquals(1, outcome(winner).firstPosition());
  }

  @Test
  void of_racing_clients_exactly_one_wins_and_every_other_gets_a_conflict() throws Exception {
    int rounds = 20;
    int clients = 6;
    for (int round = 0; round < rounds; round++) {
      ExpectedVersion expected = ExpectedVersion.exactly(round - 1);
      AtomicInteger winners = new AtomicInteger();
      Queue<Exception> refusals = new ConcurrentLinkedQueue<>();
      race(
          clients,
          number -> {
            try {
              taken(append(ALICE, expected, "client " + number));
              winners.incrementAndGet();
            } catch (Exception e) {
              refusals.add(e);
            }
          });
      assertEquals(1, winners.get(), "winners of round " + round);
      assertEquals(clients - 1, refusals.size());
      for (Exception refusal : refusals) {
        assertEquals(round, assertInstanceOf(VersionConflict.class, refusal).actual());
      }
    }
    assertEquals(rounds, store.head().position());
  }
}

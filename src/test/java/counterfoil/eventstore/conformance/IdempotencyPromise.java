package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.CommandIdReused;
import counterfoil.eventstore.ExpectedVersion;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** The same command again gives its first outcome; another command under its id is refused. */
public abstract class IdempotencyPromise extends Promise {
  @Test
  void the_same_command_again_gives_the_same_entries_and_adds_nothing() throws Exception {
    Append append = append(ALICE, ExpectedVersion.noStream(), "a", "b");
    Appended first = taken(append);
    fill(BOB, 2);
    Appended again = taken(append);
    assertFalse(first.before());
    assertTrue(again.before());
    assertEquals(positions(first.entries()), positions(again.entries()));
    assertEquals(payloads(first.entries()), payloads(again.entries()));
    assertEquals(4, store.head().position());
  }

  @Test
  void the_first_outcome_counts_even_if_the_command_is_decided_otherwise_now() throws Exception {
    UUID id = UUID.randomUUID();
    taken(append(id, digest(1), List.of(write(ALICE, ANY, "first")), List.of()));
    Appended again =
        outcome(
            store.submit(
                append(id, digest(1), List.of(write(BOB, ANY, "other", "events")), List.of())));
    assertTrue(again.before());
    assertEquals(List.of("first"), payloads(again.entries()));
    assertEquals(List.of(), store.load(BOB, 0));
  }

  @Test
  void another_command_under_the_same_id_is_refused() throws Exception {
    UUID id = UUID.randomUUID();
    fill(BOB, 1);
    taken(append(id, digest(1), List.of(write(ALICE, ANY, "first")), List.of()));
    Append other = append(id, digest(2), List.of(write(ALICE, ANY, "other")), List.of());
    CommandIdReused refusal =
        assertThrows(CommandIdReused.class, () -> outcome(store.submit(other)));
    assertEquals(id, refusal.commandId());
    assertEquals(2, refusal.firstPosition());
    assertEquals(List.of("first"), payloads(store.load(ALICE, 0)));
  }

  @Test
  void what_was_recorded_under_an_id_is_found_by_it() throws Exception {
    UUID id = UUID.randomUUID();
    fill(BOB, 1);
    taken(append(id, digest(1), List.of(write(ALICE, ANY, "first", "second")), List.of()));
    Appended found = store.find(id, digest(1)).orElseThrow();
    assertTrue(found.before());
    assertEquals(List.of("first", "second"), payloads(found.entries()));
    assertTrue(store.find(UUID.randomUUID(), digest(1)).isEmpty());
    assertThrows(CommandIdReused.class, () -> store.find(id, digest(2)));
  }

  @Test
  void a_command_submitted_again_before_its_answer_is_recorded_once() throws Exception {
    Append append = append(ALICE, ANY, "a", "b");
    Append other = append(append.commandId(), digest(9), append.writes(), List.of());
    var first = store.submit(append);
    var second = store.submit(append);
    var reused = store.submit(other);
    assertFalse(outcome(first).before());
    assertTrue(outcome(second).before());
    assertEquals(positions(outcome(first).entries()), positions(outcome(second).entries()));
    assertThrows(CommandIdReused.class, () -> outcome(reused));
    assertEquals(2, store.head().position());
  }

  @Test
  void of_clients_racing_with_the_same_command_one_records_it() throws Exception {
    Append append = append(ALICE, ANY, "a");
    Queue<Appended> answers = new ConcurrentLinkedQueue<>();
    race(8, number -> answers.add(taken(append)));
    assertEquals(1, answers.stream().filter(answer -> !answer.before()).count());
    answers.forEach(answer -> assertEquals(1, answer.firstPosition()));
    assertEquals(1, store.head().position());
  }

  @Test
  void a_refused_command_may_come_again_and_be_taken() throws Exception {
    Append append = append(ALICE, ExpectedVersion.exactly(0), "b");
    conflict(append);
    taken(append(ALICE, ANY, "a"));
    assertFalse(taken(append).before());
    assertEquals(List.of("a", "b"), payloads(store.load(ALICE, 0)));
  }
}

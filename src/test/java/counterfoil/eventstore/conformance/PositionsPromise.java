package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Positions are dense, from 1, in the order of commits. */
public abstract class PositionsPromise extends Promise {
  @Test
  void the_first_entry_has_position_1() throws Exception {
    assertEquals(List.of(1L), positions(taken(append(ALICE, ANY, "a")).entries()));
  }

  @Test
  void the_events_of_an_append_follow_one_another_in_its_order() throws Exception {
    taken(append(ALICE, ANY, "before"));
    List<Entry> entries =
        taken(append(write(BOB, ANY, "b0", "b1"), write(ALICE, ANY, "a1"))).entries();
    assertEquals(List.of(2L, 3L, 4L), positions(entries));
    assertEquals(List.of("b0", "b1", "a1"), payloads(entries));
  }

  @Test
  void appends_are_taken_in_the_order_in_which_one_thread_submits_them() throws Exception {
    List<CompletableFuture<Appended>> submitted = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      submitted.add(store.submit(append(StreamName.of("account", "" + i), ANY, "" + i)));
    }
    for (int i = 0; i < submitted.size(); i++) {
      assertEquals(i + 1, outcome(submitted.get(i)).firstPosition());
    }
  }

  @Test
  void a_refused_append_leaves_no_gap() throws Exception {
    taken(append(ALICE, ANY, "a"));
    conflict(append(ALICE, ExpectedVersion.noStream(), "refused"));
    assertEquals(2, taken(append(ALICE, ANY, "b")).firstPosition());
  }

  @Test
  void racing_clients_leave_no_gap_and_no_position_twice() throws Exception {
    int clients = 8;
    int each = 40;
    Queue<Long> acknowledged = new ConcurrentLinkedQueue<>();
    race(
        clients,
        number -> {
          for (int i = 0; i < each; i++) {
            StreamName stream = StreamName.of("account", "" + (number + i) % 5);
            acknowledged.addAll(positions(taken(append(stream, ANY, "x", "y")).entries()));
          }
        });
    List<Long> all = LongStream.rangeClosed(1, 2L * clients * each).boxed().toList();
    assertEquals(all, acknowledged.stream().sorted().toList());
    assertEquals(all, positions(store.read(1, Integer.MAX_VALUE)));
  }

  @Test
  void who_reads_beside_writers_never_sees_a_gap() throws Exception {
    int writers = 3;
    int each = 60;
    AtomicInteger writing = new AtomicInteger(writers);
    race(
        writers + 1,
        number -> {
          if (number == writers) {
            readUntilNobodyWrites(writing);
            return;
          }
          try {
            for (int i = 0; i < each; i++) {
              taken(append(StreamName.of("account", "" + number), ANY, "x", "y"));
            }
          } finally {
            writing.decrementAndGet();
          }
        });
    assertEquals(2L * writers * each, store.head().position());
  }

  private void readUntilNobodyWrites(AtomicInteger writing) {
    long seen = 0;
    while (writing.get() > 0) {
      for (Entry entry : store.read(seen + 1, 50)) {
        assertEquals(++seen, entry.position());
      }
    }
  }
}

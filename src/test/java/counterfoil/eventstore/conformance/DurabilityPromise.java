package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.Append;
import counterfoil.eventstore.Appended;
import counterfoil.eventstore.Entry;
import counterfoil.eventstore.Head;
import counterfoil.eventstore.RandomAppends;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there, byte for byte, however often the ledger is opened again. */
public abstract class DurabilityPromise extends Promise {
  @Test
  void everything_acknowledged_is_there_byte_for_byte_after_opening_again() throws Exception {
    long seed = System.nanoTime();
    RandomAppends appends = new RandomAppends(seed);
    List<CompletableFuture<Appended>> submitted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      submitted.add(store.submit(appends.append()));
    }
    List<Entry> acknowledged = new ArrayList<>();
    for (CompletableFuture<Appended> each : submitted) {
      acknowledged.addAll(outcome(each).entries());
    }
    Head head = store.head();
    reopen();
    assertEquals(head.position(), store.head().position(), "seed " + seed);
    assertEquals(head.rootHex(), store.head().rootHex(), "seed " + seed);
    List<Entry> read = store.read(1, 1000);
    assertEquals(200, read.size(), "seed " + seed);
    for (int i = 0; i < read.size(); i++) {
      String message = "seed " + seed + ", entry " + (i + 1);
      assertEquals(acknowledged.get(i).position(), read.get(i).position(), message);
      assertArrayEquals(acknowledged.get(i).envelope(), read.get(i).envelope(), message);
      assertArrayEquals(acknowledged.get(i).payload(), read.get(i).payload(), message);
      assertArrayEquals(acknowledged.get(i).salt(), read.get(i).salt(), message);
    }
  }

  @Test
  void positions_versions_and_time_go_on_over_many_openings() throws Exception {
    for (int life = 0; life < 5; life++) {
      Entry entry = taken(append(ALICE, ANY, "life " + life)).entries().getFirst();
      assertEquals(life + 1, entry.position());
      assertEquals(life, entry.version());
      clock.advance(Duration.ofHours(-1));
      reopen();
    }
    List<Entry> all = store.load(ALICE, 0);
    assertEquals(List.of(1L, 2L, 3L, 4L, 5L), positions(all));
    for (int i = 1; i < all.size(); i++) {
      assertTrue(!all.get(i).recordedAt().isBefore(all.get(i - 1).recordedAt()));
    }
  }

  @Test
  void a_command_given_again_after_opening_again_gives_its_first_outcome() throws Exception {
    Append append = append(ALICE, ANY, "once");
    taken(append);
    reopen();
    Appended again = taken(append);
    assertTrue(again.before());
    assertEquals(1, again.firstPosition());
    assertEquals(1, store.head().position());
  }
}

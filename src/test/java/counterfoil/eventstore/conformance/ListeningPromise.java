package counterfoil.eventstore.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.ExpectedVersion;
import counterfoil.eventstore.Head;
import java.lang.Thread.UncaughtExceptionHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who listens hears how far the ledger has come. */
public abstract class ListeningPromise extends Promise {
  @Test
  void a_listener_hears_of_every_head_it_is_to_read_up_to() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    try (Registration _ = store.whenAdvanced(heard::add)) {
      taken(append(ALICE, ANY, "a", "b"));
      assertEquals(2, next(heard).position());
      taken(append(ALICE, ANY, "c"));
      Head second = next(heard);
      assertEquals(3, second.position());
      assertArrayEquals(store.head().root(), second.root());
    }
  }

  @Test
  void a_listener_can_read_what_it_hears_of() throws Exception {
    BlockingQueue<Integer> readable = new LinkedBlockingQueue<>();
    try (Registration _ = store.whenAdvanced(head -> readable.add(store.read(1, 10).size()))) {
      taken(append(ALICE, ANY, "a", "b"));
      assertEquals(2, next(readable));
    }
  }

  @Test
  void heads_never_go_back_and_the_last_one_is_heard() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    try (Registration _ = store.whenAdvanced(heard::add)) {
      race(4, number -> fill(ALICE, 25));
      assertEquals(100, store.head().position());
      long last = 0;
      while (last < 100) {
        long position = next(heard).position();
        assertTrue(position > last, position + " after " + last);
        last = position;
      }
    }
  }

  @Test
  void a_refused_or_repeated_append_is_not_heard_of() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    var first = append(ALICE, ANY, "a");
    try (Registration _ = store.whenAdvanced(heard::add)) {
      taken(first);
      assertEquals(1, next(heard).position());
      taken(first);
      conflict(append(ALICE, ExpectedVersion.noStream(), "b"));
      taken(append(ALICE, ANY, "c"));
      List<Long> positions = new ArrayList<>();
      while (!positions.contains(2L)) {
        positions.add(next(heard).position());
      }
      // Of the first append it may still be told; then it is told once.
      assertEquals(positions.stream().distinct().toList(), positions);
    }
  }

  @Test
  void who_has_ended_the_registration_hears_no_more() throws Exception {
    BlockingQueue<Head> ended = new LinkedBlockingQueue<>();
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    store.whenAdvanced(ended::add).close();
    try (Registration _ = store.whenAdvanced(heard::add)) {
      taken(append(ALICE, ANY, "a"));
      next(heard);
      assertEquals(List.of(), List.copyOf(ended));
    }
  }

  @Test
  void a_listener_that_fails_harms_nobody_else_and_is_reported() throws Exception {
    BlockingQueue<Head> heard = new LinkedBlockingQueue<>();
    BlockingQueue<Throwable> reported = new LinkedBlockingQueue<>();
    @Nullable UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, fault) -> reported.add(fault));
    try (Registration _ = store.whenAdvanced(_ -> fail());
        Registration _ = store.whenAdvanced(heard::add)) {
      taken(append(ALICE, ANY, "a"));
      assertEquals(1, next(heard).position());
      taken(append(ALICE, ANY, "b"));
      assertEquals(2, next(heard).position());
      assertEquals("a listener that fails on purpose", next(reported).getMessage());
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(usual);
    }
  }

  private static void fail() {
    throw new IllegalStateException("a listener that fails on purpose");
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    @Nullable T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was heard");
    }
    return next;
  }
}

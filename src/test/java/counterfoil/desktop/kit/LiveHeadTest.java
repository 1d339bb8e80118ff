package counterfoil.desktop.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counterfoil.desktop.Robot;
import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LiveHeadTest {
  private static final int POSTINGS = 100_000;

  private final List<Consumer<Head>> listeners = new ArrayList<>();

  private Registration register(Consumer<Head> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static Head head(long position) {
    return new Head(position, new byte[32]);
  }

  @Test
  void however_many_postings_the_screen_changes_once_a_frame_and_ends_at_the_last()
      throws Exception {
    Robot.startToolkit();
    var changes = new ArrayList<Long>();
    var last = new CompletableFuture<Long>();
    var live = Robot.onScreen(() -> new LiveHead(head(0), this::register));
    Robot.onScreen(() ->
        live.headProperty()
            .subscribe(now -> {
              changes.add(now.position());
              if (now.position() == POSTINGS) {
                last.complete(now.position());
              }
            }));

    for (long position = 1; position <= POSTINGS; position++) {
      listeners.getFirst().accept(head(position));
    }

    assertEquals(POSTINGS, last.get(20, TimeUnit.SECONDS));
    assertTrue(changes.size() < POSTINGS / 10, changes.size() + " changes");
    Robot.onScreen(() -> {
      live.close();
      return true;
    });
    assertTrue(listeners.isEmpty());
  }
}

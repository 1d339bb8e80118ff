package counterfoil.eventstore.sequencing;

import counterfoil.eventstore.EventStore.Registration;
import counterfoil.eventstore.Head;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to hear of new heads. */
public final class Listeners {
  private final List<Consumer<Head>> listeners = new CopyOnWriteArrayList<>();

  public Registration add(Consumer<Head> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Tells all of them, on this thread. */
  public void tell(Head head) {
    for (Consumer<Head> listener : listeners) {
      try {
        listener.accept(head);
      } catch (RuntimeException e) {
        // What one does wrong must not keep others from hearing; but it must be seen.
        Thread current = Thread.currentThread();
        current.getUncaughtExceptionHandler().uncaughtException(current, e);
      }
    }
  }
}

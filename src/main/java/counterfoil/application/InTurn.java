package counterfoil.application;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does one thing after the other, each once the one before it has been answered. For acts that look
 * at more than the streams they are decided on: a teller's other tills, say. Safe from any thread.
 */
final class InTurn {
  private CompletableFuture<?> last = CompletableFuture.completedFuture("nothing yet");

  synchronized <T> CompletableFuture<T> run(Supplier<CompletableFuture<T>> work) {
    CompletableFuture<T> next =
        last.handle((_, _) -> "answered")
            .thenComposeAsync(_ -> work.get(), Thread::startVirtualThread);
    last = next;
    return next;
  }
}

package counterfoil.eventstore.jdbc;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The one thread that writes to a database. Nobody can interrupt it: an interrupt in the middle of
 * H2's file access would close the database's file.
 */
final class DatabaseThread implements AutoCloseable {
  private final ExecutorService thread;

  DatabaseThread(String name) {
    thread =
        Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().daemon().name(name).unstarted(work));
  }

  /** Begins with work; {@link #await} tells how it ended. */
  <T> CompletableFuture<T> start(Callable<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    thread.execute(() -> {
      try {
        outcome.complete(work.call());
      } catch (Throwable e) {
        outcome.completeExceptionally(e);
      }
    });
    return outcome;
  }

  /** Does work and waits for its end. */
  <T> T run(Callable<T> work) throws Exception {
    return await(start(work));
  }

  /** Waits without listening to interrupts, and throws what the work threw. */
  static <T> T await(CompletableFuture<T> outcome) throws Exception {
    try {
      return outcome.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw e;
      }
    }
  }

  /** Waits for a thread to end, without listening to interrupts. */
  static void awaitEnd(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.close();
  }
}

package counterfoil.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What a store may answer instead of doing as asked. */
public abstract class EventStoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected EventStoreException(String message) {
    super(message);
  }

  protected EventStoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Waits for {@code future} and throws its exception as it is, without a wrapper. */
  public static <T> T await(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}

package counterfoil.application;

import counterfoil.eventstore.EventStoreException;
import java.util.concurrent.CompletableFuture;

/** Posts commands to accounts. */
public final class Counter {
  /**
   * Carries a command out and returns at once. Postings handed over by one thread to one account
   * take effect in that order. The future ends with an outcome once it is on disk, or with {@link
   * counterfoil.eventstore.StoreStopped} or {@link counterfoil.eventstore.CommandIdReused}.
   */
  public CompletableFuture<Outcome> submit(Posting posting, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** As {@link #submit}, waiting. */
  public Outcome post(Posting posting, Actor actor) {
    return EventStoreException.await(submit(posting, actor));
  }
}

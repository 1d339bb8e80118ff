package counterfoil.application;

import counterfoil.eventstore.EventStoreException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Posts for whoever is named, in a ledger that has no staff. Once it has, everything is refused
 * here: see {@link Session}.
 */
public final class Counter {
  private final Function<Actor, Session> sessions;

  Counter(Function<Actor, Session> sessions) {
    this.sessions = sessions;
  }

  /** See {@link Session#submit}. */
  public CompletableFuture<Outcome> submit(Posting posting, Actor actor) {
    return sessions.apply(actor).submit(posting);
  }

  /** As {@link #submit}, waiting. */
  public Outcome post(Posting posting, Actor actor) {
    return EventStoreException.await(submit(posting, actor));
  }
}

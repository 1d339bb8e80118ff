package counterfoil.payload;

import counterfoil.eventstore.Entry;
import counterfoil.eventstore.EventType;
import counterfoil.eventstore.NewEvent;
import counterfoil.eventstore.StreamName;
import java.util.Optional;

/**
 * A kind of stream: how its events are written, read, and folded into a state.
 *
 * @param <S> the state, immutable
 * @param <E> the events
 */
public interface StreamKind<S, E> {
  /** The category of its streams' names. */
  String category();

  /** The state before the first event. */
  S nothing();

  /**
   * The state after {@code event}.
   *
   * @throws IllegalStateException if the event cannot follow: the record itself is damaged then
   */
  S after(S state, E event);

  NewEvent encode(E event);

  /**
   * @throws counterfoil.eventstore.LaterVersion if the type or its schema version is not known
   * @throws UnknownEvent if the payload is not of its shape
   */
  E decode(EventType type, byte[] payload);

  /** How its states are kept in snapshots; nothing where its streams stay short. */
  default Optional<StateForm<S>> snapshots() {
    return Optional.empty();
  }

  default StreamName stream(String subject) {
    return StreamName.of(category(), subject);
  }

  default S after(S state, Entry entry) {
    return after(state, decode(entry.type(), entry.payload()));
  }
}

package counterfoil.application.dispatch;

import counterfoil.eventstore.StreamName;
import counterfoil.payload.StreamKind;

/**
 * A stream that an act concerns, and how it reads.
 *
 * @param <S> its state
 * @param <E> its events
 */
public record Subject<S, E>(StreamName stream, StreamKind<S, E> kind) {
  public static <S, E> Subject<S, E> of(StreamKind<S, E> kind, String name) {
    return new Subject<>(kind.stream(name), kind);
  }
}

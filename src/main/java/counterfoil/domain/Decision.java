package counterfoil.domain;

import java.util.List;

/** What a decider answers: the events to record, or the refusal. */
public sealed interface Decision<E> {
  /** What is to be recorded: at least one event. */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused<E>(Refusal refusal) implements Decision<E> {}

  static <E> Decision<E> accepted(E event) {
    return new Accepted<>(List.of(event));
  }

  /** Both, in this order. */
  static <E> Decision<E> accepted(E first, E second) {
    return new Accepted<>(List.of(first, second));
  }

  static <E> Decision<E> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}

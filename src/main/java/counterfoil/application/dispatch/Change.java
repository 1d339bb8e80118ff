package counterfoil.application.dispatch;

import counterfoil.eventstore.NewEvent;
import counterfoil.projection.StreamLoader.Known;
import java.util.List;

/** Events to be added to one stream, at least one. */
public record Change<S, E>(Subject<S, E> subject, List<E> events) {
  public Change {
    events = List.copyOf(events);
    if (events.isEmpty()) {
      throw new IllegalArgumentException("a change of nothing");
    }
  }

  List<NewEvent> encoded() {
    return events.stream().map(subject.kind()::encode).toList();
  }

  Known<S> after(Standing before) {
    S state = before.of(subject);
    for (E event : events) {
      state = subject.kind().after(state, event);
    }
    return new Known<>(state, before.version(subject) + events.size());
  }
}

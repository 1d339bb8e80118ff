package counterfoil.application.dispatch;

import counterfoil.eventstore.StreamName;
import counterfoil.projection.StreamLoader.Known;
import java.util.Map;

/** The states of the streams an act concerns, all of one moment. */
public final class Standing {
  private final Map<StreamName, Known<?>> known;

  Standing(Map<StreamName, Known<?>> known) {
    this.known = Map.copyOf(known);
  }

  /**
   * @throws IllegalStateException if the act does not concern this stream
   */
  public <S> S of(Subject<S, ?> subject) {
    // A stream's name determines its kind, and so the type of its state.
    @SuppressWarnings("unchecked")
    S state = (S) known(subject.stream()).state();
    return state;
  }

  /** Whether the act concerns this stream, as yet. */
  public boolean covers(Subject<?, ?> subject) {
    return known.containsKey(subject.stream());
  }

  /** The version of its last event, -1 for none. */
  public long version(Subject<?, ?> subject) {
    return known(subject.stream()).version();
  }

  Known<?> known(StreamName stream) {
    Known<?> state = known.get(stream);
    if (state == null) {
      throw new IllegalStateException("decided on " + stream + " without being concerned by it");
    }
    return state;
  }
}

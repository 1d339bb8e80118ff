package counterfoil.eventstore;

/** What must be true of a stream for an append to be taken. The first event has version 0. */
public sealed interface ExpectedVersion {
  /** The version of a stream without events. */
  long NONE = -1;

  /** No demand. */
  record Any() implements ExpectedVersion {}

  /** The stream must have no event yet. */
  record NoStream() implements ExpectedVersion {}

  /** The stream must have at least one event. */
  record StreamExists() implements ExpectedVersion {}

  /** The stream's last event must have exactly this version; -1 means {@link NoStream}. */
  record Exactly(long version) implements ExpectedVersion {
    public Exactly {
      if (version < NONE) {
        throw new IllegalArgumentException("no stream has version " + version);
      }
    }
  }

  static ExpectedVersion any() {
    return new Any();
  }

  static ExpectedVersion noStream() {
    return new NoStream();
  }

  static ExpectedVersion streamExists() {
    return new StreamExists();
  }

  static ExpectedVersion exactly(long version) {
    return new Exactly(version);
  }

  /** Whether a stream whose last event has version {@code actual} (-1 for none) will do. */
  default boolean accepts(long actual) {
    return switch (this) {
      case Any _ -> true;
      case NoStream _ -> actual == NONE;
      case StreamExists _ -> actual > NONE;
      case Exactly(long version) -> actual == version;
    };
  }
}

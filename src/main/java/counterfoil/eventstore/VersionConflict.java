package counterfoil.eventstore;

import java.util.List;

/** A stream does not have the version that an append expected. Nothing was recorded. */
public final class VersionConflict extends EventStoreException {
  private static final long serialVersionUID = 1;

  /** The most entries that {@link #between()} holds. */
  public static final int MAX_BETWEEN = 100;

  private final transient StreamName stream;
  private final transient ExpectedVersion expected;
  private final long actual;
  private final transient List<Entry> between;

  public VersionConflict(
      StreamName stream, ExpectedVersion expected, long actual, List<Entry> between) {
    super(stream + " has version " + actual + ", expected " + expected);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
    this.between = List.copyOf(between);
  }

  public StreamName stream() {
    return stream;
  }

  public ExpectedVersion expected() {
    return expected;
  }

  /** The stream's version, -1 if it does not exist. */
  public long actual() {
    return actual;
  }

  /**
   * The stream's first entries after the expected version, where one was named; at most {@value
   * #MAX_BETWEEN}.
   */
  public List<Entry> between() {
    return between;
  }
}

package counterfoil.application.dispatch;

/**
 * What an act has to do with a stream.
 *
 * @param written whether the act may add to it; otherwise it is only looked at, and must not have
 *     changed when the act is recorded
 */
public record Concern(Subject<?, ?> subject, boolean written) {
  public static Concern writes(Subject<?, ?> subject) {
    return new Concern(subject, true);
  }

  public static Concern reads(Subject<?, ?> subject) {
    return new Concern(subject, false);
  }

  /** Whether the order of two acts with these concerns matters. */
  boolean meets(Concern other) {
    return (written || other.written) && subject.stream().equals(other.subject.stream());
  }
}

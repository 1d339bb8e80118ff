package counterfoil.projection;

import java.time.Instant;

/**
 * A stretch of time, its first moment included and its last one not.
 *
 * @param to after {@code from}
 */
public record TimeRange(Instant from, Instant to) {
  /**
   * @throws IllegalArgumentException if it has no length
   */
  public TimeRange {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no stretch of time");
    }
  }
}

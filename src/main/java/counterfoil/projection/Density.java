package counterfoil.projection;

import java.time.Instant;
import java.util.List;

/**
 * How many entries fall into each of equal stretches of time.
 *
 * @param buckets in the order of time; together they cover {@code from} to {@code to}
 */
public record Density(Instant from, Instant to, List<Bucket> buckets) {
  /**
   * One stretch.
   *
   * @param entries all entries in it
   * @param matching those that the selection lets through
   * @param lastPosition the last position in it, or before it where it is empty; 0 before the first
   */
  public record Bucket(int entries, int matching, long lastPosition) {}
}

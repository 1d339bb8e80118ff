package counterfoil.cli;

import java.util.function.LongFunction;
import java.util.function.LongSupplier;

/**
 * Numbers for what is made without one: each one more than the last. Several threads may take one
 * each.
 *
 * @param <N> the numbers
 */
final class NextNumber<N> {
  private final LongSupplier largest;
  private final LongFunction<N> written;
  private boolean asked;
  private long last;

  /**
   * @param largest asked once: the largest that is taken
   */
  NextNumber(LongSupplier largest, LongFunction<N> written) {
    this.largest = largest;
    this.written = written;
  }

  /** A number that this object has not given before, and that was free at the first call. */
  synchronized N take() {
    if (!asked) {
      last = largest.getAsLong();
      asked = true;
    }
    last++;
    return written.apply(last);
  }
}

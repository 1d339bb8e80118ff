package counterfoil.campaign;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several findings is the one at the change. */
final class Nearest {
  private Nearest() {}

  static Optional<Long> of(long at, Stream<Long> positions) {
    return positions.min(Comparator.comparingLong(position -> Math.abs(position - at)));
  }
}

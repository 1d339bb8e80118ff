package counterfoil.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A business day.
 *
 * @param closing nothing while it is open
 */
public record DayLine(
    LocalDate date, String openedBy, Instant openedAt, long position, Optional<Closing> closing) {

  /**
   * How it ended.
   *
   * @param forced whether it was closed over what was left open
   * @param reason empty where none was given
   * @param leftOpen what was left open, a line each
   */
  public record Closing(
      String by, Instant at, long position, boolean forced, String reason, List<String> leftOpen) {
    public Closing {
      leftOpen = List.copyOf(leftOpen);
    }
  }
}

package counterfoil.projection;

import counterfoil.domain.till.TillSession;
import java.time.Instant;
import java.util.Optional;

/**
 * A teller's time at a till.
 *
 * @param closing nothing while it runs
 */
public record SessionLine(
    TillSession session, String teller, Instant openedAt, Optional<Closing> closing) {

  /**
   * How it ended.
   *
   * @param by who closed it
   */
  public record Closing(String by, Instant at) {}

  /** Whether somebody else than the teller closed it. */
  public boolean forced() {
    return closing.filter(end -> !end.by().equals(teller)).isPresent();
  }
}

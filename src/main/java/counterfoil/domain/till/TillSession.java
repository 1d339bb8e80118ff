package counterfoil.domain.till;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * One teller's time at one till, from opening to closing; written {@code T-01/2026-11-23/1}.
 *
 * @param number from 1, running within the till and business date
 */
public record TillSession(TillId till, LocalDate businessDate, int number) {
  public TillSession {
    if (till.isVault() || number < 1) {
      throw new IllegalArgumentException("no session: " + till + ", " + number);
    }
  }

  /** The session that {@code written} names, or nothing where it names none. */
  public static Optional<TillSession> parse(String written) {
    String[] parts = written.split("/", -1);
    try {
      return parts.length == 3
          ? Optional.of(
              new TillSession(
                  new TillId(parts[0]), LocalDate.parse(parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return till + "/" + businessDate + "/" + number;
  }
}

package counterfoil.domain.branch;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * When a branch serves, in its local time; written {@code 08:30-16:00}.
 *
 * @param from the first moment
 * @param to later than {@code from}; itself no longer within
 */
public record OpeningHours(LocalTime from, LocalTime to) {
  public OpeningHours {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("no hours between " + from + " and " + to);
    }
  }

  /** The hours in {@code typed}, or nothing where it names none. */
  public static Optional<OpeningHours> parse(String typed) {
    String[] ends = typed.split("-", -1);
    try {
      return ends.length == 2
          ? Optional.of(
              new OpeningHours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip())))
          : Optional.empty();
    } catch (DateTimeParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean contains(LocalTime moment) {
    return !moment.isBefore(from) && moment.isBefore(to);
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}

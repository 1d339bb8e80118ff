package counterfoil.eventstore;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * What a ledger was founded as; written once, before the first entry, and never changed.
 *
 * @param origin the ledger's own name, unique in the world: the origin line of its checkpoints
 * @param branch the branch's name
 * @param currency ISO 4217 code of the money in it
 * @param createdAt in whole microseconds; more is cut off
 * @param zone where the branch is: its day begins and ends there, wherever the ledger is read
 * @param practice whether it is a sample to practise in, and no one's money
 */
public record Charter(
    String origin,
    String branch,
    String currency,
    ZoneId zone,
    Instant createdAt,
    boolean practice) {
  /** The longest origin and the longest branch name, in characters. */
  public static final int MAX_TEXT_LENGTH = 140;

  public Charter {
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    if (isUnfit(origin) || isUnfit(branch) || !currency.matches("[A-Z]{3}")) {
      throw new IllegalArgumentException("not a charter");
    }
  }

  private static boolean isUnfit(String text) {
    return text.isBlank()
        || text.length() > MAX_TEXT_LENGTH
        || text.codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}

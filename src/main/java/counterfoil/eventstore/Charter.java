package counterfoil.eventstore;

import java.time.Instant;

/**
 * What a ledger was founded as; written once, before the first entry, and never changed.
 *
 * @param origin the ledger's own name, unique in the world: the origin line of its checkpoints
 * @param branch the branch's name
 * @param currency ISO 4217 code of the money in it
 * @param practice whether it is a sample to practise in, and no one's money
 */
public record Charter(
    String origin, String branch, String currency, Instant createdAt, boolean practice) {
  /** The longest origin and the longest branch name, in characters. */
  public static final int MAX_TEXT_LENGTH = 140;
}

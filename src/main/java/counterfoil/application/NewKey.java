package counterfoil.application;

import java.time.Instant;

/**
 * A key that a person signs with and that somebody else made for them.
 *
 * @param by who has made it
 */
public record NewKey(Instant at, String by) {}

package counterfoil.eventstore.codec;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as microseconds since 1970, as everything here stores them. */
public final class Micros {
  /** No time here is further from 1970 in either direction: 146,000 years. */
  public static final long FURTHEST = 1L << 62;

  private Micros() {}

  /** What is finer than a microsecond is cut off. */
  public static long of(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1000);
  }

  public static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}

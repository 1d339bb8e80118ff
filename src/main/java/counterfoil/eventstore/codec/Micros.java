package counterfoil.eventstore.codec;

import java.time.Instant;

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
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000);
  }
}

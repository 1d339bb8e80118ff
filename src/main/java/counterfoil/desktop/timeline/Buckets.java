package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Equal stretches of a length that people think in, beginning where such stretches begin on the
 * clock, so that a bar is a quarter of an hour or a day and not 1.7 of them: bars of odd lengths
 * would show a rhythm that is not in the ledger.
 */
record Buckets(Instant from, Duration each, int count) {
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(8),
          Duration.ofDays(1),
          Duration.ofDays(2),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(28),
          Duration.ofDays(91),
          Duration.ofDays(364));

  /** As many as fit, {@code atMost} and two at the ends; together they cover {@code span}. */
  static Buckets over(Span span, int atMost, ZoneId zone) {
    return over(span, span.length(), atMost, zone);
  }

  /** As long as if {@code length} were to be covered by {@code atMost}; they cover {@code span}. */
  static Buckets over(Span span, Duration length, int atMost, ZoneId zone) {
    var needed = length.dividedBy(Math.max(1, atMost));
    var each =
        LENGTHS.stream().filter(one -> one.compareTo(needed) >= 0).findFirst().orElse(needed);
    long offset = zone.getRules().getOffset(span.from()).getTotalSeconds();
    long eachSeconds = Math.max(1, each.toSeconds());
    long local = Math.floorDiv(span.from().getEpochSecond() + offset, eachSeconds) * eachSeconds;
    var from = Instant.ofEpochSecond(local - offset);
    long count = Math.ceilDiv(Duration.between(from, span.to()).toNanos(), each.toNanos());
    return new Buckets(from, each, Math.toIntExact(count));
  }

  Instant to() {
    return from.plus(each.multipliedBy(count));
  }
}

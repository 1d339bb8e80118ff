package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static Span span(String from, String to) {
    return new Span(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void a_working_day_is_counted_in_quarters_of_an_hour_on_the_quarter() {
    var buckets =
        Buckets.over(span("2026-11-23T08:52:10Z", "2026-11-23T17:03:00Z"), 60, ZoneOffset.UTC);
    assertEquals(Duration.ofMinutes(15), buckets.each());
    assertEquals(Instant.parse("2026-11-23T08:45:00Z"), buckets.from());
    assertEquals(Instant.parse("2026-11-23T17:15:00Z"), buckets.to());
  }

  @Test
  void days_begin_at_midnight_where_the_branch_is() {
    var buckets =
        Buckets.over(
            span("2026-11-03T08:00:00Z", "2026-11-23T17:00:00Z"), 40, ZoneId.of("Asia/Shanghai"));
    assertEquals(Duration.ofDays(1), buckets.each());
    assertEquals(Instant.parse("2026-11-02T16:00:00Z"), buckets.from());
  }

  @Test
  void whatever_the_stretch_the_buckets_cover_it_and_are_no_more_than_fit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      var from = Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
      var length = Duration.ofMillis((long) Math.pow(10, 4 + 8.5 * random.nextDouble()));
      var span = new Span(from, from.plus(length));
      int atMost = 1 + random.nextInt(300);
      var buckets = Buckets.over(span, atMost, ZoneId.of("Europe/Prague"));
      assertFalse(buckets.from().isAfter(span.from()), "seed " + seed);
      assertFalse(buckets.to().isBefore(span.to()), "seed " + seed);
      assertTrue(buckets.count() <= atMost + 2, "seed " + seed);
    }
  }
}

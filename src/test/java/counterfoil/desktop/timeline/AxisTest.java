package counterfoil.desktop.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final Axis ENGLISH = new Axis(Locale.ENGLISH, ZoneOffset.UTC);

  private static List<String> labels(Axis axis, String from, String to, int atMost) {
    return axis.labels(new Span(Instant.parse(from), Instant.parse(to)), atMost).stream()
        .map(Axis.Label::text)
        .toList();
  }

  @Test
  void a_morning_has_hours() {
    assertEquals(
        List.of("09:00", "10:00", "11:00", "12:00"),
        labels(ENGLISH, "2026-11-23T08:40:00Z", "2026-11-23T12:20:00Z", 6));
  }

  @Test
  void where_hours_pass_midnight_the_new_day_is_named() {
    assertEquals(
        List.of("18:00", "24 Nov", "06:00"),
        labels(ENGLISH, "2026-11-23T16:00:00Z", "2026-11-24T10:00:00Z", 4));
  }

  @Test
  void more_than_a_year_has_months_and_january_is_named_by_its_year() {
    assertEquals(
        List.of("1993", "Apr", "Jul", "Oct", "1994"),
        labels(ENGLISH, "1992-12-28T00:00:00Z", "1994-03-30T00:00:00Z", 6));
  }

  @Test
  void months_are_named_in_chinese_in_chinese() {
    assertEquals(
        List.of("1993年", "4月", "7月", "10月", "1994年"),
        labels(
            new Axis(Locale.SIMPLIFIED_CHINESE, ZoneOffset.UTC),
            "1992-12-28T00:00:00Z",
            "1994-03-30T00:00:00Z",
            6));
  }

  @Test
  void days_begin_where_the_branch_is() {
    var shanghai = new Axis(Locale.ENGLISH, ZoneId.of("Asia/Shanghai"));
    var label =
        shanghai
            .labels(
                new Span(
                    Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T12:00:00Z")),
                2)
            .getFirst();
    assertEquals(Instant.parse("2026-11-23T16:00:00Z"), label.time());
    assertEquals("24 Nov", label.text());
  }

  @Test
  void labels_are_in_order_within_the_stretch_and_no_more_than_fit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    var axis = new Axis(Locale.ENGLISH, ZoneId.of("Europe/Prague"));
    for (int i = 0; i < 300; i++) {
      var from = Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L));
      var span =
          new Span(
              from,
              from.plus(Duration.ofMillis((long) Math.pow(10, 4 + 7.5 * random.nextDouble()))));
      int atMost = 2 + random.nextInt(15);
      var labels = axis.labels(span, atMost);
      assertTrue(labels.size() <= atMost + 1, "seed " + seed);
      for (int k = 0; k < labels.size(); k++) {
        assertTrue(span.contains(labels.get(k).time()), "seed " + seed);
        assertTrue(
            k == 0 || labels.get(k - 1).time().isBefore(labels.get(k).time()), "seed " + seed);
      }
    }
  }
}

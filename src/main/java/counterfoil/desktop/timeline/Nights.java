package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** When a branch is shut: from the evening to the next morning, and at weekends all day. */
final class Nights {
  private static final LocalTime EVENING = LocalTime.of(18, 0);
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** Seen from further away they would be a grey veil. */
  private static final Duration CLOSE_ENOUGH = Duration.ofDays(62);

  private Nights() {}

  /** Those that lie in {@code span} or reach into it; none where it is too long to tell them. */
  static List<Span> in(Span span, ZoneId zone) {
    if (span.length().compareTo(CLOSE_ENOUGH) > 0) {
      return List.of();
    }
    var nights = new ArrayList<Span>();
    var day = span.from().atZone(zone).toLocalDate().minusDays(3);
    for (; !day.atStartOfDay(zone).toInstant().isAfter(span.to()); day = day.plusDays(1)) {
      int weekday = day.getDayOfWeek().getValue();
      if (weekday <= 5) {
        var next = day.plusDays(weekday == 5 ? 3 : 1);
        nights.add(
            new Span(
                day.atTime(EVENING).atZone(zone).toInstant(),
                next.atTime(MORNING).atZone(zone).toInstant()));
      }
    }
    return nights.stream()
        .filter(night -> night.from().isBefore(span.to()) && night.to().isAfter(span.from()))
        .toList();
  }
}

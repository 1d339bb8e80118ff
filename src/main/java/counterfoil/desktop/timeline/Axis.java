package counterfoil.desktop.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The labels under a stretch of time: as many as fit, at round times of the clock and calendar. */
final class Axis {
  /** A label and the time it stands at. */
  record Label(Instant time, String text) {}

  /** A distance between labels: {@code count} of {@code unit}. */
  private record Step(int count, ChronoUnit unit) {
    Duration length() {
      return unit.getDuration().multipliedBy(count);
    }
  }

  private static final List<Step> STEPS =
      List.of(
          new Step(1, ChronoUnit.SECONDS),
          new Step(5, ChronoUnit.SECONDS),
          new Step(15, ChronoUnit.SECONDS),
          new Step(1, ChronoUnit.MINUTES),
          new Step(5, ChronoUnit.MINUTES),
          new Step(15, ChronoUnit.MINUTES),
          new Step(30, ChronoUnit.MINUTES),
          new Step(1, ChronoUnit.HOURS),
          new Step(3, ChronoUnit.HOURS),
          new Step(6, ChronoUnit.HOURS),
          new Step(12, ChronoUnit.HOURS),
          new Step(1, ChronoUnit.DAYS),
          new Step(2, ChronoUnit.DAYS),
          new Step(7, ChronoUnit.DAYS),
          new Step(14, ChronoUnit.DAYS),
          new Step(1, ChronoUnit.MONTHS),
          new Step(3, ChronoUnit.MONTHS),
          new Step(6, ChronoUnit.MONTHS),
          new Step(1, ChronoUnit.YEARS),
          new Step(5, ChronoUnit.YEARS),
          new Step(10, ChronoUnit.YEARS));

  private final ZoneId zone;
  private final DateTimeFormatter second;
  private final DateTimeFormatter minute;
  private final DateTimeFormatter day;
  private final DateTimeFormatter month;
  private final DateTimeFormatter year;

  Axis(Locale locale, ZoneId zone) {
    this.zone = zone;
    second = DateTimeFormatter.ofPattern("HH:mm:ss", locale);
    minute = DateTimeFormatter.ofPattern("HH:mm", locale);
    boolean chinese = locale.getLanguage().equals("zh");
    day = DateTimeFormatter.ofPattern(chinese ? "M\u6708d\u65e5" : "d MMM", locale);
    month = DateTimeFormatter.ofPattern(chinese ? "M\u6708" : "MMM", locale);
    year = DateTimeFormatter.ofPattern(chinese ? "y\u5e74" : "y", locale);
  }

  ZoneId zone() {
    return zone;
  }

  /** The day that a time is of. */
  Label day(Instant time) {
    return new Label(time, day.format(time.atZone(zone)));
  }

  /** At most {@code atMost} labels, at least one as long as a round time lies in {@code span}. */
  List<Label> labels(Span span, int atMost) {
    var needed = span.length().dividedBy(Math.max(1, atMost));
    var step =
        STEPS.stream()
            .filter(each -> each.length().compareTo(needed) >= 0)
            .findFirst()
            .orElse(STEPS.getLast());
    var labels = new ArrayList<Label>();
    var time = floor(LocalDateTime.ofInstant(span.from(), zone), step);
    for (; ; time = next(time, step)) {
      var instant = time.atZone(zone).toInstant();
      if (!instant.isBefore(span.to())) {
        return labels;
      }
      // Where clocks are put forward, times that were skipped fall on those that follow.
      boolean onward = labels.isEmpty() || labels.getLast().time().isBefore(instant);
      if (onward && span.contains(instant)) {
        var shown = LocalDateTime.ofInstant(instant, zone);
        labels.add(new Label(instant, text(shown, step.unit())));
      }
    }
  }

  private static LocalDateTime floor(LocalDateTime time, Step step) {
    int count = step.count();
    return switch (step.unit()) {
      case SECONDS ->
          time.truncatedTo(ChronoUnit.MINUTES).plusSeconds(time.getSecond() / count * (long) count);
      case MINUTES ->
          time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / count * (long) count);
      case HOURS ->
          time.truncatedTo(ChronoUnit.DAYS).plusHours(time.getHour() / count * (long) count);
      case DAYS -> {
        long epochDay = time.toLocalDate().toEpochDay();
        // Day 4 of the epoch was a Monday: weeks begin on Mondays.
        yield time.truncatedTo(ChronoUnit.DAYS).minusDays(Math.floorMod(epochDay - 4, count));
      }
      case MONTHS ->
          time.truncatedTo(ChronoUnit.DAYS)
              .withDayOfMonth(1)
              .minusMonths((time.getMonthValue() - 1) % count);
      default ->
          time.truncatedTo(ChronoUnit.DAYS)
              .withDayOfYear(1)
              .minusYears(Math.floorMod(time.getYear(), count));
    };
  }

  private static LocalDateTime next(LocalDateTime time, Step step) {
    return time.plus(step.count(), step.unit());
  }

  /** Where a label begins a new day or year it says so: "09:00" of which day would be a riddle. */
  private String text(LocalDateTime time, ChronoUnit unit) {
    boolean midnight = time.toLocalTime().toSecondOfDay() == 0;
    return switch (unit) {
      case SECONDS -> second.format(time);
      case MINUTES, HOURS -> midnight ? day.format(time) : minute.format(time);
      case DAYS -> day.format(time);
      case MONTHS -> time.getMonthValue() == 1 ? year.format(time) : month.format(time);
      default -> year.format(time);
    };
  }
}
